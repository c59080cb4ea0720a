/** Every way in which a call can fail, and whether calling again can help. Codes are API: never renamed. */
const retryable = {
  /** The public key is missing or not accepted, or an option has the wrong form. */
  invalid_config: false,
  /** There is no document: this runs on a server. */
  non_browser: false,
  /** The server was not reached: offline, a blocker, a content security policy, a wrong endpoint. */
  network: true,
  /** The whole call took longer than `timeoutMs`. */
  timeout: true,
  /** The server refused or failed, or its answer holds no visitor id. */
  server: true,
  /** The agent itself failed; nothing that the page did. */
  script_error: true,
} as const

/** A closed error code. */
export type TracioErrorCode = keyof typeof retryable

/** The only error that our functions throw and our promises reject with. */
export class TracioError extends Error {
  readonly code: TracioErrorCode

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
