import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { deviceInterfaces } from './device-interfaces.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

it('tells what a phone has', () => {
  const phone = { ondevicemotion: null, orientation: 90, navigator: { vibrate: () => true } }
  expect(deviceInterfaces(holding(phone))).toMatchObject({
    value: { ondevicemotion: true, orientation: true, 'navigator.vibrate': true, 'navigator.usb': false },
  })
})

it('misses everything where there is nothing', () => {
  expect(Object.values(Object(deviceInterfaces({})).value)).not.toContain(true)
})
