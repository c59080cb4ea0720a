import { aheadMin } from '../ahead-min.ts'
import { present, type Source } from '../source.ts'

/** A fixed year, so that the same browser says the same next year; its summer time rules are those in force now. */
const YEAR = 2026

/**
 * How far local time is ahead of UTC in the middle of January and of July. Together they tell the half of the globe,
 * and a zone that is only pretended to by name.
 *
 * Spec: https://tc39.es/ecma262/#sec-date.prototype.gettimezoneoffset
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const utcOffsets: Source<'utcOffsets'> = ({ Date: date }) =>
  present(date && { januaryMin: aheadMin(date, YEAR, 0), julyMin: aheadMin(date, YEAR, 6) })
