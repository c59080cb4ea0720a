import { expect, it } from 'vitest'
import { bytesOf } from './bytes-of.ts'

it('gives the codes of the characters', () => {
  expect(bytesOf('\0a~\xff')).toEqual(Uint8Array.of(0, 97, 126, 255))
})
