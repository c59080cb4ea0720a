/** A TURN server for the probe, with a credential for one use; `RTCPeerConnection` takes it as it is. */
export interface TurnOffer {
  readonly urls: string | string[]
  readonly username: string
  readonly credential: string
}

/** What `GET /api/session` answers. */
export interface SessionAnswer {
  /** Signed, good for one primary payload within 10 minutes, and one late one within 24 hours. */
  readonly session: string
  /** 32 bytes for sealing, in base64url. */
  readonly key: string
  /** RFC 3339. */
  readonly expiresAt: string
  /** There where an observer runs. */
  readonly turn?: TurnOffer
}
