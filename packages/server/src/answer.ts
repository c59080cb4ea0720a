import { type ClientView, showSignals, type TracioEvent, toClientView } from '@tracio/contract'
import { words } from '@tracio/engine'
import type { Seen } from './observe.ts'
import type { Opened } from './open.ts'

/** What goes back to the browser. */
export interface Answer {
  readonly view: ClientView
  /** The visitor cookie's token to set; undefined: leave the jar alone. */
  readonly token: string | undefined
  readonly event: TracioEvent
}

/** The browser's view of an event, and the cookie that goes with it. */
export function answer(event: TracioEvent, { token }: Pick<Seen, 'token'>, { key, payload, readings }: Opened): Answer {
  const view = toClientView(event, key.answerLevel, payload.extended === true)
  const extras =
    key.answerLevel === 'full' ? { signals: showSignals(readings, payload.timings), words: words(event) } : {}
  const nobody = event.identification.visitorId === null
  return { view: { ...view, ...extras }, token: nobody ? undefined : token, event }
}
