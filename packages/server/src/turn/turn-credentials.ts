import { createHmac } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import { SESSION_ID_BYTES } from '../session/session-id.ts'

/** What a browser says who it is, and what it proves it with. */
export interface TurnCredential {
  readonly username: string
  readonly credential: string
}

/** A credential that is still good. */
export interface KnownCredential {
  /** The session's id, in base64url. */
  readonly session: string
  readonly credential: string
}

/**
 * Credentials of one session each, proved and not stored: the name is the second until which it is good and the session's id,
 * the credential a code over it. These are the time-limited credentials that coturn's `use-auth-secret` checks, so that one
 * offer suits both servers.
 */
export interface TurnCredentials {
  /** `session` is the session's id, 20 bytes. */
  issue(session: Buffer, expiresAt: EpochMs): TurnCredential
  /** Undefined: the name is none of ours, or its time is over. Proves nothing yet: whoever sent it must know the credential. */
  named(username: string, at: EpochMs): KnownCredential | undefined
}

/** 20 bytes in base64url. */
const SESSION_CHARACTERS = Math.ceil((SESSION_ID_BYTES * 8) / 6)

const USERNAME = new RegExp(`^(\\d{10}):([\\w-]{${SESSION_CHARACTERS}})$`)

/** Credentials under a secret that is shared with nobody, or with coturn. */
export function createTurnCredentials(secret: string | Buffer): TurnCredentials {
  const credentialOf = (username: string): string => createHmac('sha1', secret).update(username).digest('base64')
  return {
    issue(session, expiresAt) {
      const username = `${Math.ceil(expiresAt / 1000)}:${session.toString('base64url')}`
      return { username, credential: credentialOf(username) }
    },
    named(username, at) {
      const [, expiresAtS, session] = USERNAME.exec(username) ?? []
      if (session === undefined || at > Number(expiresAtS) * 1000) return
      return { session, credential: credentialOf(username) }
    },
  }
}
