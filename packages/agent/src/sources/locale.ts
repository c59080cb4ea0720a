import { complete, type Source, unavailable } from '../source.ts'

/**
 * The locale by which the browser writes dates when nobody names one, with its calendar, digits and hours. It is the
 * browser's own, while the languages are what it asks web sites for.
 *
 * Spec: https://tc39.es/ecma402/#sec-intl.datetimeformat.prototype.resolvedoptions
 * Absent: in engines built without Intl.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const locale: Source<'locale'> = ({ Intl: intl }) => {
  if (!intl?.DateTimeFormat) return unavailable
  const {
    locale,
    calendar = null,
    numberingSystem = null,
    hourCycle = null,
  } = new intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()
  return complete({ locale, calendar, numberingSystem, hourCycle })
}
