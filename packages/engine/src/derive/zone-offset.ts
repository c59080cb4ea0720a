import { boundedMemo } from './bounded-memo.ts'

/**
 * Summer time begins and ends on quarters of an hour of UTC at the finest: Lord Howe Island has half hours, Chatham and Nepal
 * quarters. So one answer holds for a quarter of an hour. IANA time zone database, looked through in November 2026.
 */
const QUARTER_HOUR_MS = 900_000

/** Zones whose formatters are kept: each takes about 60 kB and 40 microseconds to make (Node 24, November 2026). */
const FORMATTERS_MAX = 64

/** Zones and quarters of an hour of which the offset is remembered: all zones there are, several times over. */
const OFFSETS_MAX = 2000

/** What the formatter writes for UTC itself, and for all others. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d))?/

/** A name that is none makes the formatter throw a RangeError; null stands for it, since undefined is not remembered. */
const formatterOf = boundedMemo(FORMATTERS_MAX, (zone): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
})

const offsetOf = boundedMemo(OFFSETS_MAX, (key): number | null => {
  const at = key.indexOf(' ')
  const formatter = formatterOf(key.slice(at + 1))
  const match = formatter && OFFSET.exec(formatter.format(Number(key.slice(0, at)) * QUARTER_HOUR_MS))
  if (!match) return null
  const [, sign = '+', hours = '0', minutes = '0'] = match
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0
})

/** Minutes that a zone is ahead of UTC at a moment; null: there is no such zone. The zone data is the platform's. */
export const zoneOffsetMin = (zone: string, at: number): number | null =>
  offsetOf(`${Math.floor(at / QUARTER_HOUR_MS)} ${zone}`)
