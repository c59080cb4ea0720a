import type { EpochMs } from '@tracio/contract'
import { InvalidArgumentError } from 'commander'
import { SELF } from '../request-origin.ts'
import { networks } from '../settings/networks.ts'

/** Longest name of a workspace, a key or a secret: it is read in lists. */
const NAME_LENGTH_MAX = 100

/** Longest life of an API secret: what lives longer had better not expire at all. */
const LIFE_DAYS_MAX = 3650

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** A name of a key, a secret or a workspace. */
export function parseName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > NAME_LENGTH_MAX || /\p{Cc}/u.test(name)) {
    throw new InvalidArgumentError(`A name has 1 to ${NAME_LENGTH_MAX} characters on one line.`)
  }
  return name
}

/** An origin as browsers send it: scheme, host, and a port that is not the scheme's own. */
export function parseOrigin(text: string): string {
  if (text === SELF) return text
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && url.host !== ''
  if (!isOrigin) {
    throw new InvalidArgumentError('An origin is a scheme and a host, "https://shop.example", without a path.')
  }
  return url.origin
}

/** An address or a CIDR. */
export function parseNetwork(text: string): string {
  const outcome = networks(text)
  const [only, ...others] = 'value' in outcome ? outcome.value : []
  if (only === undefined || others.length > 0) {
    throw new InvalidArgumentError('A network is an address or a CIDR, "203.0.113.0/24" or "2001:db8::/32".')
  }
  return only
}

/** When something ends: after a time (`90d`, `12h`, `30m`, `45s`), or at a date. It must lie ahead. */
export function parseExpiry(text: string, now: EpochMs): EpochMs {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? []
  // The pattern lets only these four units through.
  const at = unit === undefined ? parseTime(text) : now + Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS]
  if (!(at > now && at <= now + LIFE_DAYS_MAX * UNIT_MS.d)) {
    throw new InvalidArgumentError(
      `An expiry is a time from now, "90d" or "12h", or a date, "2027-06-30", within ${LIFE_DAYS_MAX} days.`,
    )
  }
  return at as EpochMs
}

/** A length of time: `15m`, `6h`, `1d`; within bounds, in milliseconds. */
export const parsePeriod =
  (minMs: number, maxMs: number) =>
  (text: string): number => {
    const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? []
    // The pattern lets only these four units through.
    const ms = unit === undefined ? Number.NaN : Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS]
    if (ms >= minMs && ms <= maxMs) return ms
    throw new InvalidArgumentError(
      `A period is a time such as "6h" or "1d", of ${minMs / UNIT_MS.m} minutes to ${maxMs / UNIT_MS.d} days.`,
    )
  }

/** Milliseconds of an RFC 3339 date or time; a date is its first moment in UTC. Not a number when it is none. */
export function parseTime(text: string): number {
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN
}

/** Collects an option that may be given several times. */
export const repeatable =
  <T>(parse: (text: string) => T) =>
  (text: string, before: readonly T[] | undefined): readonly T[] => [...(before ?? []), parse(text)]
