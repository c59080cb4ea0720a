import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { layOutSessionId, readSessionText } from './session-id.ts'

const at = 1_710_432_000_999 as EpochMs
const id = layOutSessionId(at, Buffer.alloc(10, 7), 513, 70_000)
const text = Buffer.concat([id, Buffer.alloc(8, 5), Buffer.alloc(16, 9)]).toString('base64url')

it('comes back as it was laid out', () => {
  expect(readSessionText(text)).toEqual({
    id: { bytes: id, issuedAt: 1_710_432_000_000, secretNumber: 513, keyNumber: 70_000 },
    originMark: Buffer.alloc(8, 5),
    code: Buffer.alloc(16, 9),
  })
})

it('puts later ids behind earlier ones', () => {
  const later = layOutSessionId((at + 1000) as EpochMs, Buffer.alloc(10, 0), 0, 0)
  expect(Buffer.compare(id, later)).toBe(-1)
})

it.each([
  ['empty', ''],
  ['too short', text.slice(0, 40)],
  ['too long', `${text}AAAA`],
  ['with characters outside the alphabet', `*${text.slice(1)}`],
  ['in the other base64 alphabet', `+/${text.slice(2)}`],
])('refuses a text that is %s', (_name, input) => {
  expect(readSessionText(input)).toBeUndefined()
})
