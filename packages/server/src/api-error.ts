import { type ErrorBody, type ErrorCode, errorStatus } from '@tracio/contract'

/** A request that failed by the caller's fault, or that cannot be served now. Anything else that is thrown is a bug. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly status: number
  /** Seconds after which it is worth trying again; undefined: that is not known, or will not help. */
  readonly retryAfterS: number | undefined

  /** The message goes to the caller as it stands: it never holds causes, addresses or secrets. */
  constructor(code: ErrorCode, message: string, { retryAfterS }: { readonly retryAfterS?: number } = {}) {
    super(message)
    this.code = code
    this.status = errorStatus[code]
    this.retryAfterS = retryAfterS
  }
}

/** The body of an error answer. */
export const errorBody = (code: ErrorCode, message: string): ErrorBody => ({ ok: false, error: { code, message } })
