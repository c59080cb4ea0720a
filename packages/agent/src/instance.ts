import { within } from './clock.ts'
import { TracioError } from './errors.ts'
import { type IdentifyDeps, identify } from './identify.ts'
import { resultFrom, type TracioResult } from './result.ts'

/** What a call of `getResult` may ask for. */
export interface GetResultOptions {
  /** Also the products, as far as the public key may see them. */
  readonly extendedResult?: boolean
}

/** A configured agent. */
export interface TracioInstance {
  readonly publicKey: string
  /** Identifies once and remembers the answer; a failure that may pass is forgotten, so a later call tries again. */
  getResult(options?: GetResultOptions): Promise<TracioResult>
  /** The visitor id of `getResult`. */
  getVisitorId(): Promise<string>
}

/** Makes an instance. Nothing runs and nothing is sent before somebody asks it. */
export function createInstance(deps: Omit<IdentifyDeps, 'signal'>): TracioInstance {
  const calls = new Map<boolean, Promise<TracioResult>>()
  const getResult = (options?: GetResultOptions): Promise<TracioResult> => {
    const extended = options?.extendedResult === true
    const known = calls.get(extended)
    if (known) return known
    const call = budgeted(deps, extended).catch((thrown: unknown) => {
      const error = thrown instanceof TracioError ? thrown : new TracioError('script_error', String(thrown))
      if (error.retryable) calls.delete(extended)
      throw error
    })
    calls.set(extended, call)
    return call
  }
  return {
    publicKey: deps.settings.publicKey,
    getResult,
    getVisitorId: async () => (await getResult()).visitorId,
  }
}

/** One identification within the time that the page allows it. */
async function budgeted(deps: Omit<IdentifyDeps, 'signal'>, extended: boolean): Promise<TracioResult> {
  const { g, settings } = deps
  if (!g.document) throw new TracioError('non_browser', 'There is no document to identify.')
  const abort = g.AbortController && new g.AbortController()
  const answer = identify({ ...deps, signal: abort?.signal }, extended)
  return within(g, settings.timeoutMs, answer.then(resultFrom), () => {
    abort?.abort()
    throw new TracioError('timeout', `No answer within ${settings.timeoutMs} ms.`)
  })
}
