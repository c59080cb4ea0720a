import { createChannel } from './channel.ts'
import { asTracioError, type TracioError } from './errors.ts'
import { createGate } from './gate.ts'
import { gated, type Task } from './gated.ts'
import type { Global } from './global.ts'
import type { Call } from './identify.ts'
import { toJson } from './json.ts'
import { labelsOfCall } from './labels.ts'
import type { Log } from './log.ts'
import type { CallOptions, Settings } from './options.ts'
import type { TracioResult } from './result.ts'
import type { Collected, Work } from './work.ts'

/** A configured agent. */
export interface TracioInstance {
  readonly publicKey: string
  readonly destroyed: boolean
  /**
   * Identifies, and remembers the answer for calls with the same options. Calls at the same time share one; a failure
   * that may pass is forgotten, so a later call tries again.
   */
  getResult(options?: CallOptions): Promise<TracioResult>
  /** The visitor id of `getResult`. */
  getVisitorId(options?: CallOptions): Promise<string>
  /** Reads and seals, and leaves the sending to the page: for pages that send through their own backend. */
  collect(options?: CallOptions): Promise<Collected>
  /** Lets calls through, or stops them: those under way end unsent and wait with the later ones for the next consent. */
  consent(given: boolean): void
  /** Calls back once, with the first result, and asks for one when nobody has. Gives a function that unsubscribes. */
  onReady(callback: (result: TracioResult) => void): () => void
  /** Calls back with every failure, the latest past one included. Gives a function that unsubscribes. */
  onError(callback: (error: TracioError) => void): () => void
  /** Ends everything: pending calls reject with `destroyed`, and `init` starts anew. */
  destroy(): void
}

/** What an instance is made of. */
export interface InstanceDeps {
  readonly g: Global
  readonly settings: Settings
  readonly work: Work
  readonly log: Log
  /** Makes room for the next instance. */
  readonly release: () => void
}

/** Options are flat, but for the fields. */
const CALL_DEPTH_MAX = 2

/** Makes an instance. Nothing runs and nothing is sent before somebody asks it. */
export function createInstance({ g, settings, work, log, release }: InstanceDeps): TracioInstance {
  const gate = createGate(settings.consent)
  const perform = gated({ g, gate, timeoutMs: settings.timeoutMs, late: work.late })
  const calls = new Map<string, Promise<TracioResult>>()
  // In a task of its own, where the page's own reporting sees it as any other error of the page.
  const report = (error: unknown): void => {
    g.setTimeout?.(() => {
      throw error
    }, 0)
  }
  const ready = createChannel<TracioResult>(report)
  const failed = createChannel<TracioError>(report)
  let isReady = false

  function told(thrown: unknown): TracioError {
    const error = asTracioError(thrown)
    log('failed', error.code)
    failed.tell(error)
    return error
  }

  function start<T>(name: string, task: Task<T>): Promise<T> {
    log(gate.state === 'shut' ? `${name} waits for consent` : name)
    return perform(task).catch((thrown: unknown) => {
      throw told(thrown)
    })
  }

  function callOf(options: CallOptions = {}): Call {
    try {
      return { ...labelsOfCall(settings.labels, options), extendedResult: options.extendedResult === true }
    } catch (thrown) {
      throw told(thrown)
    }
  }

  const getResult = async (options?: CallOptions): Promise<TracioResult> => {
    const call = callOf(options)
    const key = toJson(call, CALL_DEPTH_MAX)
    const known = calls.get(key)
    if (known) return known
    const result = start('getResult', (signal) => work.identify(call, signal))
    calls.set(key, result)
    try {
      const first = await result
      failed.forget()
      if (!isReady) ready.tell(first)
      isReady = true
    } catch (error) {
      if (asTracioError(error).retryable) calls.delete(key)
    }
    return result
  }

  return {
    publicKey: settings.publicKey,
    get destroyed() {
      return gate.state === 'ended'
    },
    getResult,
    getVisitorId: async (options) => (await getResult(options)).visitorId,
    async collect(options) {
      const call = callOf(options)
      return start('collect', (signal) => work.collect(call, signal))
    },
    consent(given) {
      log('consent', given)
      // Pages may say anything, and only this is a consent.
      const consented = given === true
      work.consent(consented)
      gate.set(consented ? 'open' : 'shut')
    },
    onReady(callback) {
      // Its failure goes to `onError`; here it would be an unhandled rejection of the page's.
      if (calls.size === 0) getResult().catch(() => undefined)
      return ready.listen(callback)
    },
    onError: failed.listen,
    destroy() {
      if (gate.state === 'ended') return
      log('destroyed')
      gate.set('ended')
      calls.clear()
      work.end()
      release()
    },
  }
}
