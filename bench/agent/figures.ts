import type { Engine } from '../../e2e/browsers/test-browser.ts'
import { againstBar, againstReference, median, type Result, told } from '../report.ts'
import type { LongestTask } from './longest-task.ts'
import type { Loads, Measured } from './measure-engine.ts'
import { type Stability, stability } from './stability.ts'
import type { Visit } from './visit.ts'

/** What the agent has to reach; see the manual's page on it. */
export const BAR = {
  valuesMin: 150,
  laterMs: 500,
  gzipBytes: 25_000,
  /** Times what FingerprintJS and BotD need together. */
  ratio: 1.5,
  taskMs: 50,
  stableShare: 1,
} as const

/** Times of one engine beside those of the peers. */
export function timesBeside(engine: Engine, { ours, peers }: Measured): readonly Result[] {
  if (!peers) return []
  return (['first', 'later'] as const).flatMap((which) => {
    const wallMs = middle(ours[which], ({ sentMs }) => sentMs)
    const peersMs = middle(peers[which], ({ doneMs }) => doneMs)
    const threadMs = middle(ours[which], (visit) => visit.threadMs)
    const peersThreadMs = middle(peers[which], (visit) => visit.threadMs)
    return [
      ...(wallMs === undefined || peersMs === undefined
        ? []
        : [againstReference(`${engine}, ${which} loads, wall time`, 'ms', wallMs, peersMs, BAR.ratio, 'lower')]),
      ...(threadMs === undefined || peersThreadMs === undefined
        ? []
        : [
            againstReference(
              ...([
                `${engine}, ${which} loads, main thread`,
                'ms',
                threadMs,
                peersThreadMs,
                BAR.ratio,
                'lower',
              ] as const),
            ),
          ]),
    ]
  })
}

/** The middle of what all visits tell; undefined when one does not tell it. */
function middle(visits: readonly Visit[], of: (visit: Visit) => number | null): number | undefined {
  const values = visits.map(of).filter((value) => value !== null)
  return values.length === visits.length && values.length > 0 ? median(values) : undefined
}

/** How many signals have a value, and how long a page waits for its answer. */
export function answersOf(engine: Engine, { first, later }: Loads): readonly Result[] {
  const values = later.map(({ signals }) => signals.filter((signal) => 'value' in signal).length)
  const bar = engine === 'chromium' ? BAR.valuesMin : null
  return [
    againstBar(`${engine}, signals with a value`, 'signals', Math.min(...values), bar, 'higher'),
    told(`${engine}, first loads, getResult()`, 'ms', median(first.map(({ doneMs }) => doneMs))),
    againstBar(
      `${engine}, later loads, getResult()`,
      'ms',
      median(later.map(({ doneMs }) => doneMs)),
      BAR.laterMs,
      'lower',
    ),
  ]
}

/** What lasts, over reloads and over starts of the browser; and what changed, in words. */
export function stabilityOf(
  engine: Engine,
  { first, later }: Loads,
): { readonly results: readonly Result[]; readonly words: readonly string[] } {
  const readings = (visits: readonly Visit[]) => visits.map(({ signals }) => signals)
  const kinds: readonly (readonly [string, number, Stability])[] = [
    ['reloads', later.length, stability(readings(later), false)],
    ['restarts', first.length, stability(readings(first), engine === 'firefox')],
  ]
  return {
    results: kinds.map(([kind, count, { share }]) =>
      againstBar(`${engine}, stable over ${count} ${kind}`, 'share', share, BAR.stableShare, 'higher'),
    ),
    words: kinds.flatMap(([kind, , { changed }]) =>
      changed.length === 0 ? [] : [`${engine}: changed over ${kind}: ${changed.join(', ')}`],
    ),
  }
}

/** The longest task of a run, of first or of later loads. */
export const tasksOf = (which: string, tasks: readonly LongestTask[]): readonly Result[] => [
  againstBar(
    `longest task of our own, ${which} loads`,
    'ms',
    median(tasks.map(({ ownMs }) => ownMs)),
    BAR.taskMs,
    'lower',
  ),
  told(`the same with graphics calls, ${which} loads`, 'ms', median(tasks.map(({ wholeMs }) => wholeMs))),
]
