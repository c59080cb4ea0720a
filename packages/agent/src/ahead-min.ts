import type { Global } from './global.ts'

/** How many minutes local time was or will be ahead of UTC on the 15th of a month, of which January is 0. */
export const aheadMin = (date: NonNullable<Global['Date']>, year: number, month: number): number =>
  // Subtracted and not negated, because minus zero would be read back as another value.
  0 - new date(year, month, 15).getTimezoneOffset()
