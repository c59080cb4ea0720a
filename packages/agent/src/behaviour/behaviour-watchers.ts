import type { SignalName } from '@tracio/contract'
import type { Global } from '../global.ts'
import { type Sample, unavailable } from '../source.ts'
import type { Watcher } from '../watch.ts'
import { type BehaviourRecord, recordBehaviour } from './record-behaviour.ts'
import type { SummaryName } from './summaries.ts'

const records = new WeakMap<Global, BehaviourRecord>()

/** The watchers of one window share its record. As a family they start and stop together: the first that stops ends it. */
const watching =
  <T>(value: (record: BehaviourRecord) => T) =>
  (g: Global): { read(): Sample<T>; stop(): void } => {
    const record = records.get(g) ?? recordBehaviour(g)
    records.set(g, record)
    return {
      read: () => (g.addEventListener ? { value: value(record) } : unavailable),
      stop() {
        records.delete(g)
        record.end()
      },
    }
  }

const summary = (name: SummaryName) => watching((record) => record.summary(name))

/**
 * What the visitor did, from the first watcher's start to `read`: one record for all of it.
 *
 * Spec: https://www.w3.org/TR/pointerevents3/, https://www.w3.org/TR/uievents/, https://drafts.csswg.org/cssom-view/
 * Absent: where the global has no events.
 * Checked: Chromium 156, Firefox 153, WebKitGTK 2.50, November 2026
 */
export const behaviourWatchers = {
  inputEvents: watching(({ trusted }) => ({ ...trusted })),
  syntheticEvents: watching(({ synthetic }) => ({ ...synthetic })),
  moveInterval: summary('moveInterval'),
  moveStep: summary('moveStep'),
  moveSpeed: summary('moveSpeed'),
  moveTurn: summary('moveTurn'),
  pressDwell: summary('pressDwell'),
  pressPause: summary('pressPause'),
  keyInterval: summary('keyInterval'),
  keyDwell: summary('keyDwell'),
  scrolls: summary('scrolls'),
  awayTime: summary('awayTime'),
  pageTime: watching(({ time }) => time()),
  firstInput: watching(({ firstMs }) => ({ ...firstMs })),
} satisfies { readonly [K in SignalName]?: Watcher<K> }
