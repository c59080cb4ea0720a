import { type Source, unavailable } from '../source.ts'

/** A moment in which day and month cannot be mixed up, afternoon in UTC: 2004-11-25 17:06:42. */
const MOMENT_MS = 1_101_402_402_000

/**
 * One moment and one sum of money, written out by the browser's own locale and the locale data that it came with:
 * versions of that data differ in words, spaces and signs.
 *
 * Spec: https://tc39.es/ecma402/#sec-intl.datetimeformat.prototype.format, https://tc39.es/ecma402/#sec-intl.numberformat.prototype.format
 * Absent: in engines built without Intl.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const dateFormat: Source<'dateFormat'> = ({ Intl: intl }) => {
  if (!intl?.DateTimeFormat || !intl.NumberFormat) return unavailable
  const date = new intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' })
  if (!date.format) return unavailable
  const money = new intl.NumberFormat(undefined, { style: 'currency', currency: 'XOF', currencyDisplay: 'name' })
  return { value: { date: date.format(MOMENT_MS), money: money.format(-1_234_567.891) } }
}
