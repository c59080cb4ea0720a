import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { errorShape } from './error-shape.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

it('tells how this very engine words and shapes its errors', () => {
  expect(errorShape(holding({ Error }))).toEqual({
    value: {
      messages: [
        "Cannot read properties of null (reading 'deep')",
        'toFixed() digits argument must be between 0 and 100',
        expect.stringContaining('JSON'),
      ],
      ownKeys: ['stack', 'message'],
      stackNamesError: true,
      stackMarksPlaces: false,
      captureStackTrace: true,
      stackTraceLimit: true,
    },
  })
})

it('tells nothing of where the script came from', () => {
  expect(JSON.stringify(errorShape(holding({ Error })))).not.toMatch(/error-shape|:\/\//)
})

it('misses what another engine has not', () => {
  expect(errorShape({})).toMatchObject({ value: { captureStackTrace: false, stackTraceLimit: false } })
})
