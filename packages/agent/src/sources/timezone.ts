import { present, type Source } from '../source.ts'

/**
 * The zone that the clock on the wall follows, by its name in the time zone database.
 *
 * Spec: https://tc39.es/ecma402/#sec-intl.datetimeformat.prototype.resolvedoptions
 * Absent: in engines built without Intl.
 * Checked: Chromium 156, November 2026.
 */
export const timezone: Source<'timezone'> = ({ Intl: intl }) =>
  present(intl?.DateTimeFormat && new intl.DateTimeFormat().resolvedOptions().timeZone)
