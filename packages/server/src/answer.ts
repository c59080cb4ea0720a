import { type ClientView, showSignals, type TracioEvent, toClientView } from '@tracio/contract'
import { words } from '@tracio/engine'
import type { Outcome } from './metrics/metrics.ts'
import type { Seen } from './observe.ts'
import type { Opened } from './open.ts'

/** What goes back to the browser. */
export interface Answer {
  readonly view: ClientView
  /** The visitor cookie's token to set; undefined: leave the jar alone. */
  readonly token: string | undefined
  readonly event: TracioEvent
  readonly outcome: Outcome
}

/** The browser's view of an event, and the cookie that goes with it. Without an outcome it was stored. */
export function answer(
  event: TracioEvent,
  { token }: Pick<Seen, 'token'>,
  { key, payload, readings }: Opened,
  how?: 'retried' | 'unstored' | 'amended',
): Answer {
  const view = toClientView(event, key.answerLevel, payload.extended === true)
  const extras =
    key.answerLevel === 'full' ? { signals: showSignals(readings, payload.timings), words: words(event) } : {}
  const { kind, visitorId } = event.identification
  // What is not stored can only prolong a cookie that is: a new one would belong to nobody.
  const mayCarry = visitorId !== null && (how !== 'unstored' || kind === 'cookie')
  return {
    view: { ...view, ...extras, ...(how === 'unstored' ? { stored: false } : {}) },
    token: mayCarry ? token : undefined,
    event,
    outcome: how ?? (event.session === 'fresh' ? 'stored' : event.session),
  }
}
