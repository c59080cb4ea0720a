import type { Readings } from '@tracio/contract'
import { claimedUserAgent, derive } from './derive/derive.ts'
import { parseUserAgent } from './derive/parse-user-agent.ts'
import { frozenKey, frozenNamesRead } from './identify/frozen-key.ts'
import type { Derived } from './observations.ts'

/** What follows from the readings alone. The server looks candidates up by it, and evaluates with it. */
export interface Prepared {
  readonly derived: Derived
  /** 32 hexadecimal digits; null when too little of the frozen tier was read. The same in every workspace. */
  readonly frozenKey: string | null
  /** How many signals of the frozen tier the key was made of, or could have been. */
  readonly frozenRead: number
}

/** Derives once, before the server reads candidates. Pure: a replay that calls it again gets the same. */
export function prepare(readings: Readings, userAgent: string): Prepared {
  const derived = derive(readings, userAgent)
  const read = frozenNamesRead(readings, derived)
  const { browser, os, family } = parseUserAgent(claimedUserAgent(readings, userAgent))
  const browserClass = [os?.name ?? '', family ?? '', browser?.name ?? '']
  return { derived, frozenKey: frozenKey(readings, read, browserClass), frozenRead: read.length }
}
