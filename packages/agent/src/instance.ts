import { createChannel } from './channel.ts'
import { within } from './clock.ts'
import { asTracioError, TracioError } from './errors.ts'
import { createGate } from './gate.ts'
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

  /** One try within the time that the page allows it; undefined when the gate moved meanwhile. */
  async function attempt<T>(task: (signal?: AbortSignal) => Promise<T>): Promise<{ readonly value: T } | undefined> {
    const abort = g.AbortController && new g.AbortController()
    const { changed, leave } = gate.change()
    let over = false
    const timely = within(g, settings.timeoutMs, task(abort?.signal), () => {
      throw new TracioError(over ? 'timeout' : work.late(), `No answer within ${settings.timeoutMs} ms.`)
    })
    try {
      return await Promise.race([timely.then((value) => ({ value })), changed])
    } finally {
      over = true
      leave()
      abort?.abort()
    }
  }

  async function perform<T>(task: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    if (!g.document) throw new TracioError('non_browser', 'There is no document to identify.')
    for (;;) {
      if (gate.state === 'ended') throw new TracioError('destroyed', 'The instance was destroyed.')
      const outcome = gate.state === 'open' ? await attempt(task) : await gate.change().changed
      if (outcome) return outcome.value
    }
  }

  /** Performs a task and tells what became of it. */
  function told<T>(name: string, task: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    log(gate.state === 'shut' ? `${name} waits for consent` : name)
    return perform(task).catch((thrown: unknown) => {
      const error = asTracioError(thrown)
      log('failed', error.code)
      failed.tell(error)
      throw error
    })
  }

  const callOf = (options: CallOptions = {}): Call => ({
    ...labelsOfCall(settings.labels, options),
    extendedResult: options.extendedResult === true,
  })

  const getResult = async (options?: CallOptions): Promise<TracioResult> => {
    const call = callOf(options)
    const key = toJson(call, CALL_DEPTH_MAX)
    const known = calls.get(key)
    if (known) return known
    const result = told('getResult', (signal) => work.identify(call, signal))
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
      return told('collect', (signal) => work.collect(call, signal))
    },
    consent(given) {
      log('consent', given)
      work.consent(given === true)
      gate.set(given === true ? 'open' : 'shut')
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
