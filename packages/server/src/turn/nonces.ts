import { createHmac, timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'

/** Where a datagram came from. */
export interface UdpSource {
  readonly address: string
  readonly port: number
}

/** Makes nonces and knows them again, without keeping any. */
export interface Nonces {
  /** 16 characters, good for this source for a minute. */
  issue(source: UdpSource, at: EpochMs): string
  isOurs(nonce: Buffer, source: UdpSource, at: EpochMs): boolean
}

/**
 * Within this time the answer to a challenge has to come. A probe takes 300 ms; the rest is for slow networks. Chosen by
 * hand, November 2026.
 */
const NONCE_AGE_S_MAX = 60

/** 4 bytes of Unix seconds and 8 of the code become 16 characters, without padding. */
const TIME_BYTES = 4
const CODE_BYTES = 8

/**
 * Nonces of a time, an address and a port, proved by a code under the key. Whoever sends one back has received it: an address
 * that is recorded is one that answers went to, and not one that somebody wrote on a datagram. 64 bits are enough of a code,
 * because guesses have to be sent to us one by one within the minute.
 */
export function createNonces(key: Buffer): Nonces {
  const codeOf = (time: Buffer, { address, port }: UdpSource): Buffer =>
    createHmac('sha256', key).update(time).update(`${port} ${address}`).digest().subarray(0, CODE_BYTES)
  return {
    issue(source, at) {
      const time = Buffer.alloc(TIME_BYTES)
      time.writeUInt32BE(Math.floor(at / 1000))
      return Buffer.concat([time, codeOf(time, source)]).toString('base64url')
    },
    isOurs(nonce, source, at) {
      const bytes = Buffer.from(nonce.toString('latin1'), 'base64url')
      if (bytes.length !== TIME_BYTES + CODE_BYTES) return false
      const time = bytes.subarray(0, TIME_BYTES)
      const ageS = Math.floor(at / 1000) - time.readUInt32BE(0)
      const isTimely = ageS >= 0 && ageS <= NONCE_AGE_S_MAX
      return timingSafeEqual(codeOf(time, source), bytes.subarray(TIME_BYTES)) && isTimely
    },
  }
}
