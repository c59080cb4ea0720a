import { expect, it } from 'vitest'
import { documentedCodes } from './documented-codes.ts'

const source = `/** Every way. */
export const ways = {
  /** Through
   * the door. */
  door: 400,
  /** Through the window. */
  window: 401,
} as const
`

it('reads each code with its value and its comment', () => {
  expect(documentedCodes(source, 'ways')).toEqual([
    { code: 'door', value: '400', meaning: 'Through the door.' },
    { code: 'window', value: '401', meaning: 'Through the window.' },
  ])
})

it('refuses a code without a comment, and a table that is not there', () => {
  expect(() => documentedCodes('const ways = {\n  /** A door. */\n  door: 1,\n  hole: 2,\n}', 'ways')).toThrow('"hole"')
  expect(() => documentedCodes(source, 'means')).toThrow('"means"')
})
