import type { GapName, Readings } from '@tracio/contract'
import { expect, it } from 'vitest'
import { chromeOnWindows } from '../../test/people.ts'
import { readingsOf } from '../../test/visit.ts'
import { canvasAccess, webglAccess } from './drawing-access.ts'

const readings = readingsOf(chromeOnWindows)
const withGap = (name: keyof Readings, gap: GapName): Readings => ({ ...readings, [name]: { gap } })

it.each<[string, Readings, ReturnType<typeof canvasAccess>]>([
  ['drawn and read', readings, 'readable'],
  ['a canvas that may not be read', withGap('canvas', 'denied'), 'refused'],
  ['pixels that may not be read', withGap('canvasNoise', 'denied'), 'refused'],
  ['two looks that differ', withGap('canvas', 'unstable'), 'noised'],
  ['a pixel in another colour', { ...readings, canvasNoise: { value: { changed: 1, moved: 0 } } }, 'noised'],
  ['a pixel that changes', { ...readings, canvasNoise: { value: { changed: 0, moved: 1 } } }, 'noised'],
  ['pixels as they were', { ...readings, canvasNoise: { value: { changed: 0, moved: 0 } } }, 'readable'],
  ['no time to draw', withGap('canvas', 'skipped'), undefined],
])('tells of a canvas: %s', (_name, from, expected) => {
  expect(canvasAccess(from)).toBe(expected)
})

it.each<[string, Readings, ReturnType<typeof webglAccess>]>([
  ['there', readings, 'readable'],
  ['blocked, or none', withGap('webglBasics', 'unavailable'), 'none'],
  ['refused', withGap('webglBasics', 'denied'), 'none'],
  ['not looked for', withGap('webglBasics', 'skipped'), undefined],
])('tells of a graphics context: %s', (_name, from, expected) => {
  expect(webglAccess(from)).toBe(expected)
})
