import { isNamed } from './error-name.ts'

/** Every way in which a call can fail, and whether calling again can help. Codes are API: never renamed. */
const retryable = {
  /** The public key is missing or not accepted, or an option has the wrong form. */
  invalid_config: false,
  /** Another public key is in use on this page; destroy its instance first. */
  multiple_keys: false,
  /** There is no document: this runs on a server. */
  non_browser: false,
  /** The script of `scriptUrl` did not load: offline, a blocker, a content security policy, a wrong address. */
  load_failed: true,
  /** The script of `scriptUrl` never did its work: something put another one in its place. */
  blocked: true,
  /** The agent itself failed; nothing that the page did. */
  script_error: true,
  /** The server was not reached: offline, a blocker, a content security policy, a wrong endpoint. */
  network: true,
  /** The whole call took longer than `timeoutMs`. */
  timeout: true,
  /** The server refused or failed, or its answer holds no visitor id. */
  server: true,
  /** The instance was destroyed. */
  destroyed: false,
  /** The browser asks for Global Privacy Control, and the public key is set to obey it. */
  opted_out: false,
} as const

/** A closed error code. */
export type TracioErrorCode = keyof typeof retryable

/** The only error that our functions throw and our promises reject with. */
export class TracioError extends Error {
  declare readonly code: TracioErrorCode

  constructor(code: TracioErrorCode, message: string) {
    super(message)
    // Written out, because bundling shortens the class's own name.
    this.name = 'TracioError'
    this.code = code
  }

  /** Whether the same call can succeed later. */
  get retryable(): boolean {
    return retryable[this.code]
  }

  /** Whether the page's code or settings must change first. */
  get terminal(): boolean {
    return !this.retryable
  }
}

/** An option has the wrong form: a sentence without its full stop. */
export const invalid = (what: string): TracioError => new TracioError('invalid_config', `${what}.`)

/** An option names something that is not among the known. */
export const unknownName = (what: string, known: readonly string[]): TracioError =>
  invalid(`${what}. Known: ${known.join(', ') || 'none'}`)

/** Whether something thrown is ours. By name and code and not by class: a page may hold two copies of the agent. */
export const isTracioError = (error: unknown): error is TracioError =>
  isNamed(error, 'TracioError') && Object.keys(retryable).includes(Reflect.get(Object(error), 'code'))

/** Whether something thrown is ours, and the same call can succeed later. */
export const isRetryableError = (error: unknown): error is TracioError => isTracioError(error) && error.retryable

/** Whatever was thrown, as an error of this copy's class. */
export function asTracioError(thrown: unknown): TracioError {
  if (thrown instanceof TracioError) return thrown
  return isTracioError(thrown)
    ? new TracioError(thrown.code, thrown.message)
    : new TracioError('script_error', String(thrown))
}
