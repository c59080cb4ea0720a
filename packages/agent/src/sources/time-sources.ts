import { absent, type Source } from '../source.ts'

/** In each of them zones that agree today parted: local mean times, war times, and laws that came and went. */
const YEARS = [1900, 1920, 1942, 1950, 1968, 1974, 1985, 1995, 2007, 2012, 2016, 2030]

/**
 * The past of the clock's own zone, which a zone that is only pretended to by name does not have (WebKit cuts the seconds of
 * local mean times, Chromium and Firefox give them as fractions of a minute); what the locale data knows, which shows its
 * version; and words and an order of letters in the browser's own language.
 *
 * Spec: https://tc39.es/ecma262/#sec-date.prototype.gettimezoneoffset,
 * https://tc39.es/ecma402/#sec-intl.supportedvaluesof, https://tc39.es/ecma402/#intl-displaynames-objects
 * Absent: in engines built without Intl, or with an older one; the past nowhere that runs JavaScript.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const timeSources = {
  zoneHistory: ({ Date: date }) => {
    if (!date) return absent('unavailable')
    // Subtracted and not negated, because minus zero would be read back as another value.
    const value = YEARS.flatMap((year) => [0, 6].map((month) => 0 - new date(year, month, 15).getTimezoneOffset()))
    return { value }
  },
} satisfies { readonly [K in 'zoneHistory']: Source<K> }
