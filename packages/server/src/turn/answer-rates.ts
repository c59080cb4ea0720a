import { normalizeIP } from '@fastify/rate-limit'
import { RATE_NAMES_MAX } from '../rate-limits.ts'

/** Whether a datagram may still be answered. */
export interface AnswerRates {
  /** `isReached`: the source has received an answer before, so that nobody else is hit by another one. */
  mayAnswer(address: string, isReached: boolean, nowMs: number): boolean
}

/** So many a second, and so many at once after a rest. */
interface Rate {
  readonly perSecond: number
  readonly atOnce: number
}

interface Bucket {
  left: number
  at: number
}

/**
 * Of one IPv4 address or one /64 of IPv6. A probe takes two answers for each network it is on, and a carrier's address may
 * have hundreds of people behind it; by HTTP such an address gets ten sessions a second. A victim that somebody else's
 * datagrams name is sent 1.2 kB a second. Chosen by hand, November 2026.
 */
const PER_SOURCE: Rate = { perSecond: 20, atOnce: 100 }

/**
 * Of everybody, apart for those who were reached: a flood with made-up sources cannot crowd out who has a nonce. An answer
 * takes some 15 microseconds, so that both together take 6 % of one core. Chosen by hand, November 2026.
 */
const OF_ALL: Rate = { perSecond: 2000, atOnce: 2000 }

const IPV6_PREFIX = 64

/** Counts in this process's memory. */
export function createAnswerRates(): AnswerRates {
  const sources = new Map<string, Bucket>()
  const all = { reached: bucketOf(OF_ALL), others: bucketOf(OF_ALL) }

  function bucketOfSource(address: string): Bucket {
    const name = address.includes(':') ? normalizeIP(address, IPV6_PREFIX) : address
    const bucket = sources.get(name) ?? bucketOf(PER_SOURCE)
    // To the end: the first key is the one that was not heard of for longest.
    sources.delete(name)
    sources.set(name, bucket)
    if (sources.size > RATE_NAMES_MAX) for (const oldest of sources.keys()) return forget(oldest, bucket)
    return bucket
  }

  function forget(name: string, bucket: Bucket): Bucket {
    sources.delete(name)
    return bucket
  }

  return {
    mayAnswer: (address, isReached, nowMs) =>
      take(bucketOfSource(address), PER_SOURCE, nowMs) && take(isReached ? all.reached : all.others, OF_ALL, nowMs),
  }
}

const bucketOf = ({ atOnce }: Rate): Bucket => ({ left: atOnce, at: 0 })

function take(bucket: Bucket, { perSecond, atOnce }: Rate, nowMs: number): boolean {
  // A clock that was set back fills nothing, and takes nothing away.
  const waitedMs = Math.max(0, nowMs - bucket.at)
  bucket.left = Math.min(atOnce, bucket.left + (waitedMs * perSecond) / 1000)
  bucket.at = nowMs
  if (bucket.left < 1) return false
  bucket.left -= 1
  return true
}
