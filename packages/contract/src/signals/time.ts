import { int, list, nullable, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** The calendar goes from UTC-12 to UTC+14; the rest is for zones that people define themselves. */
const AHEAD_MIN = int(-1440, 1440)

/** Clock, calendar and language of writing. */
export const timeSignals = {
  utcOffsets: signal(shape({ januaryMin: AHEAD_MIN, julyMin: AHEAD_MIN }), {
    family: 'time and locale',
    tier: 'volatile',
    unit: 'min ahead of UTC',
    readFrom: 'Date#getTimezoneOffset',
    contexts: ['window'],
    changesWith: 'travel, settings, changed laws on summer time',
    constant: 'all recordings were made in UTC; people live elsewhere',
  }),
  locale: signal(
    shape({
      locale: text(64),
      calendar: nullable(text(32)),
      numberingSystem: nullable(text(32)),
      hourCycle: nullable(text(8)),
    }),
    {
      family: 'time and locale',
      tier: 'volatile',
      readFrom: 'Intl.DateTimeFormat#resolvedOptions',
      contexts: ['window'],
      changesWith: 'settings',
    },
  ),
  dateFormat: signal(shape({ date: text(200), money: text(200) }), {
    family: 'time and locale',
    tier: 'semi',
    readFrom: 'Intl.DateTimeFormat#format, Intl.NumberFormat#format',
    contexts: ['window'],
    changesWith: 'settings, updates of the locale data that come with the browser',
  }),
  clockResolution: signal(shape({ minStepMs: nullable(num(0, 10_000)), ticks: int(0, 20_000) }), {
    family: 'time and locale',
    tier: 'session',
    wave: 'late',
    unit: 'ms for the step',
    readFrom: 'Performance#now',
    contexts: ['window'],
    changesWith: 'isolation of the page, resistance to fingerprinting, the load of the machine',
  }),
  zoneHistory: signal(list(num(-1440, 1440), 32), {
    family: 'time and locale',
    tier: 'volatile',
    unit: 'min ahead of UTC',
    readFrom: 'Date#getTimezoneOffset of fixed dates from 1900 to 2030',
    contexts: ['window'],
    changesWith: 'travel, settings, corrections of the time zone database',
    constant: 'all recordings were made in UTC; elsewhere zones that agree today differ in their past',
  }),
}
