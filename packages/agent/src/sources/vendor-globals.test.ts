import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { vendorGlobals } from './vendor-globals.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

it.each([
  ['Chromium', { chrome: {}, webkitURL: URL }, ['chrome', 'webkitURL']],
  ['Firefox', { netscape: undefined, mozInnerScreenX: 0 }, ['netscape', 'mozInnerScreenX']],
  ['an engine without any', {}, []],
])('%s', (_name, g, value) => {
  expect(vendorGlobals(holding(g))).toEqual({ value })
})
