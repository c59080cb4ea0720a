import { expect, it } from 'vitest'
import { zoneOffsetMin } from './zone-offset.ts'

const SUMMER = Date.UTC(2026, 6, 1)
const WINTER = Date.UTC(2026, 11, 1)

it.each([
  ['UTC', SUMMER, 0],
  ['Europe/Berlin', WINTER, 60],
  ['Europe/Berlin', SUMMER, 120],
  ['Europe/London', WINTER, 0],
  ['Asia/Calcutta', WINTER, 330],
  ['Asia/Kathmandu', WINTER, 345],
  ['America/New_York', WINTER, -300],
  ['America/St_Johns', WINTER, -210],
  ['America/Santiago', WINTER, -180],
  ['America/Santiago', SUMMER, -240],
  ['Etc/GMT+5', SUMMER, -300],
  ['Pacific/Kiritimati', SUMMER, 840],
])('has %s at %i be %i minutes ahead of UTC', (zone, at, minutes) => {
  expect(zoneOffsetMin(zone, at)).toBe(minutes)
})

it('turns with the clock: one quarter of an hour later it is summer', () => {
  const change = Date.UTC(2026, 2, 29, 1)
  expect([zoneOffsetMin('Europe/Berlin', change - 1), zoneOffsetMin('Europe/Berlin', change)]).toEqual([60, 120])
})

it.each(['', 'Mars/Olympus', 'constructor', 'Europe/Berlin; DROP'])('knows no zone %j', (zone) => {
  expect(zoneOffsetMin(zone, WINTER)).toBeNull()
})
