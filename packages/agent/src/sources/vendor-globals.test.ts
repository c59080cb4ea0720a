import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { vendorGlobals } from './vendor-globals.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

it.each([
  ['Chromium', { chrome: {}, webkitRequestFileSystem: 1 }, ['chrome', 'webkitRequestFileSystem']],
  ['Firefox', { mozInnerScreenX: undefined }, ['mozInnerScreenX']],
  ['an engine without any', {}, []],
])('%s', (_name, g, value) => {
  expect(vendorGlobals(holding(g))).toEqual({ value })
})
