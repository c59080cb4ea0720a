import type { AddressHistory } from '@tracio/engine'
import { HISTORY_DAYS, VISITORS_PER_DAY_MAX } from '../../ports/address-histories.ts'

/** Visitors by address and day, within a bound of memory. Days are whole ones since 1970, below 65,536. */
export interface AddressDays {
  /** Counts a visitor, a number below `VISITOR_BOUND`, once a day. `isPast`: it was before all that was counted so far. */
  count(key: string, visit: CountedVisit, isPast: boolean): void
  /** Of the days from `first` on; undefined: some of them may have been dropped. */
  sum(key: string, first: number): AddressHistory | undefined
  /** As they are reckoned. */
  bytes(): number
}

/** What is kept of a visit. */
export interface CountedVisit {
  readonly day: number
  readonly visitor: number
  readonly fits: boolean
}

/**
 * Visitors are told apart by 36 bits. Of the visitors that one day of one address counts, two are alike by chance once in
 * thirty million days.
 */
export const VISITOR_BOUND = 2 ** 36

/** An entry is one number, `visitor` above 16 bits of `day` above one that says whether it fits: 53 bits, no more. */
const VISITOR_UNIT = 2 ** 17
const DAY_UNIT = 2

/** Bytes of an address beside its key, with its place in the map, and of each entry (measured November 2026, Node 24). */
const ADDRESS_BYTES = 240
const ENTRY_BYTES = 8

/** Before every day: small integers take no room of their own. */
const NEVER = -(2 ** 30)

interface Address {
  readonly key: string
  /** This day and earlier ones may be missing. */
  readonly floor: number
  latest: number
  entries: readonly number[]
  older: Address | undefined
  newer: Address | undefined
}

const bytesOf = ({ key, entries }: Address): number => ADDRESS_BYTES + key.length + ENTRY_BYTES * entries.length
const dayOf = (entry: number): number => Math.trunc((entry % VISITOR_UNIT) / DAY_UNIT)

/** Days in so many bytes. When they are full, the addresses that were left alone for longest make room. */
export function createAddressDays(memoryBytes: number): AddressDays {
  const addresses = new Map<string, Address>()
  let oldest: Address | undefined
  let newest: Address | undefined
  let bytes = 0
  /** Addresses that are not there may have had visitors until that day. */
  let dropped = NEVER

  function unlink(address: Address): void {
    const { older, newer } = address
    if (older) older.newer = newer
    else oldest = newer
    if (newer) newer.older = older
    else newest = older
  }

  function linkNewest(address: Address): void {
    address.older = newest
    address.newer = undefined
    if (newest) newest.newer = address
    else oldest = address
    newest = address
  }

  function linkOldest(address: Address): void {
    address.older = undefined
    address.newer = oldest
    if (oldest) oldest.older = address
    else newest = address
    oldest = address
  }

  function open(key: string, isPast: boolean): Address {
    const known = addresses.get(key)
    if (known) {
      if (isPast || known === newest) return known
      unlink(known)
      linkNewest(known)
      return known
    }
    const address: Address = { key, floor: dropped, latest: NEVER, entries: [], older: undefined, newer: undefined }
    addresses.set(key, address)
    bytes += bytesOf(address)
    if (isPast) linkOldest(address)
    else linkNewest(address)
    return address
  }

  function replace(address: Address, entries: readonly number[]): void {
    bytes += ENTRY_BYTES * (entries.length - address.entries.length)
    address.entries = entries
  }

  function dropOldest(): void {
    if (!oldest) return
    bytes -= bytesOf(oldest)
    dropped = Math.max(dropped, oldest.latest)
    addresses.delete(oldest.key)
    unlink(oldest)
  }

  function advance(address: Address, day: number): void {
    if (day <= address.latest) return
    address.latest = day
    const inside = address.entries.filter((entry) => dayOf(entry) > day - HISTORY_DAYS)
    if (inside.length < address.entries.length) replace(address, inside)
  }

  return {
    count(key, { day, visitor, fits }, isPast) {
      const address = open(key, isPast)
      advance(address, day)
      const { entries } = address
      const unfit = visitor * VISITOR_UNIT + day * DAY_UNIT
      const at = entries.findIndex((entry) => entry === unfit || entry === unfit + 1)
      if (at >= 0) {
        if (fits) replace(address, entries.with(at, unfit + 1))
      } else if (entries.filter((entry) => dayOf(entry) === day).length < VISITORS_PER_DAY_MAX) {
        // Joined, because an array that grows reserves room for many more.
        replace(address, entries.concat(unfit + Number(fits)))
      }
      while (bytes > memoryBytes || (oldest && oldest.latest <= day - HISTORY_DAYS)) dropOldest()
    },
    sum(key, first) {
      const address = addresses.get(key)
      if ((address?.floor ?? dropped) >= first) return
      const inside = address?.entries.filter((entry) => dayOf(entry) >= first) ?? []
      return {
        zoneVisits7d: inside.length,
        zoneMismatches7d: inside.filter((entry) => entry % DAY_UNIT === 0).length,
      }
    },
    bytes: () => bytes,
  }
}
