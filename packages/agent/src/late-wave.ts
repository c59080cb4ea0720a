import { nowMs, pause } from './clock.ts'
import type { Global } from './global.ts'
import type { Log } from './log.ts'
import { onHide } from './on-hide.ts'
import type { Running } from './run.ts'
import { seal } from './seal.ts'
import { type Line, type Session, sendLate } from './send.ts'
import type { Watching } from './watch.ts'

/** What a late wave is made of. */
export interface LateDeps {
  readonly g: Global
  /** Without a signal: nobody waits for it. */
  readonly line: Line
  readonly session: Session
  readonly running: Running
  readonly watching: Watching
  readonly log: Log
  /** When it leaves, in milliseconds from now, unless the page is hidden before. */
  readonly afterMs: number
  /** Its payload as JSON, of what is known. */
  readonly written: (readings: object) => string
  /** Called once, when it has left or was stopped. */
  readonly over: () => void
}

/**
 * How often what came meanwhile is sealed. Sealing is asynchronous and a page that is left has no time for that, so the
 * newest sealed envelope is kept; what happened after it is lost. Chosen by hand, November 2026: sealing takes a
 * millisecond or two.
 */
const SEAL_EVERY_MS = 1000

/**
 * The page has its result and something to do with it, so its own code goes first: what is read late holds the thread for
 * some tens of milliseconds. Chosen by hand, November 2026.
 */
const PAGE_FIRST_MS = 150

/** Reads what the primary wave left out, and sends it when the page is hidden or the time has come. Gives a way to stop it. */
export function startLateWave(deps: LateDeps): () => void {
  const { g, line, session, running, watching, log, afterMs, written } = deps
  const leavesMs = nowMs(g) + afterMs
  let sealed: { readonly json: string; readonly envelope: Uint8Array<ArrayBuffer> } | undefined
  let isOver = false
  let wanted = false
  let timer: unknown
  const failed = (error: unknown): void => log('failed late', String(error))

  function stop(): void {
    if (isOver) return
    isOver = true
    g.clearTimeout?.(timer)
    forget()
    running.stop()
    deps.over()
  }

  function leave(): void {
    wanted = true
    if (isOver || !sealed) return
    const { envelope } = sealed
    stop()
    log('sends late', { bytes: envelope.length })
    sendLate(line, envelope).catch(failed)
  }

  async function prepare(): Promise<void> {
    const rest = running.rest()
    const seen = watching.seen()
    const values = { ...rest.values, ...seen.values }
    const json = written({ ...rest, values, gaps: { ...rest.gaps, ...seen.gaps } })
    if (json !== sealed?.json) sealed = { json, envelope: await seal(json, session, g) }
    if (isOver) return
    const leftMs = leavesMs - nowMs(g)
    if (leftMs <= 0 || wanted) return leave()
    timer = g.setTimeout?.(again, Math.min(leftMs, SEAL_EVERY_MS))
  }

  const again = (): void => {
    prepare().catch((error: unknown) => {
      failed(error)
      stop()
    })
  }

  const forget = onHide(g, leave)
  watching.start()
  pause(g, PAGE_FIRST_MS).then(running.goOn).catch(failed)
  again()
  return stop
}
