/** Every way a request can fail, and the status it costs the caller. Codes are API: never renamed. */
export const errorStatus = {
  /** The body is no envelope, does not inflate, or is no payload inside. */
  payload_malformed: 400,
  /** The envelope does not open: edited, forged, or sealed with another session's key. */
  payload_unreadable: 400,
  /** The session was not issued by this server, or for another origin, or so long ago that its secret is gone. */
  session_unknown: 400,
  /** A parameter is missing or has the wrong form. */
  request_malformed: 400,
  /** No API secret was sent, or it is not valid. */
  secret_invalid: 401,
  /** The public key does not exist or was revoked. */
  key_unknown: 401,
  /** The public key may not be used from this origin. */
  origin_not_allowed: 403,
  /** The API secret is valid and lacks the scope, or belongs to another workspace. */
  forbidden: 403,
  /** There is nothing by this id or at this address, or it belongs to another workspace. */
  not_found: 404,
  /** The address exists, and not for this method. */
  method_not_allowed: 405,
  /** The request is valid and cannot be carried out in the present state. */
  conflict: 409,
  /** The body is larger than 256 KiB, or inflates beyond 1 MiB. */
  payload_too_large: 413,
  /** The body's content type is not understood here. */
  unsupported_media_type: 415,
  /** Too many requests of one caller. `Retry-After` says when to come again. */
  rate_limited: 429,
  /** Our fault. The report is in the server's log under the request's id. */
  internal: 500,
  /** Overloaded or shutting down; try again. */
  unavailable: 503,
} as const

/** A closed error code. */
export type ErrorCode = keyof typeof errorStatus

/** The body of every error answer. */
export interface ErrorBody {
  readonly ok: false
  readonly error: { readonly code: ErrorCode; readonly message: string }
}
