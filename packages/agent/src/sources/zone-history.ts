import { aheadMin } from '../ahead-min.ts'
import { present, type Source } from '../source.ts'

/** In each of them zones that agree today parted: local mean times, war times, and laws that came and went. */
const YEARS = [1900, 1942, 1950, 1968, 1974, 1985, 1995, 2012, 2016]

/**
 * The past of the clock's own zone, which a zone that is only pretended to by name does not have: in January and July of
 * each year. WebKit cuts the seconds of local mean times, Chromium and Firefox give them as fractions of a minute.
 *
 * Spec: https://tc39.es/ecma262/#sec-date.prototype.gettimezoneoffset
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const zoneHistory: Source<'zoneHistory'> = ({ Date: date }) =>
  present(date && YEARS.flatMap((year) => [aheadMin(date, year, 0), aheadMin(date, year, 6)]))
