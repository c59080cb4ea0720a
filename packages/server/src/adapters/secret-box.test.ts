import { expect, it } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const box = createSecretBox(Buffer.alloc(32, 1))
const plain = Buffer.from('nobody shall read this')

it('opens what it closed, and shows nothing of it meanwhile', () => {
  const closed = box.close(plain)
  expect(box.open(closed)).toEqual(plain)
  expect(closed.includes(plain.subarray(0, 6))).toBe(false)
})

it('closes the same thing differently each time', () => {
  expect(box.close(plain)).not.toEqual(box.close(plain))
})

it('does not open with another key', () => {
  const closed = box.close(plain)
  expect(() => createSecretBox(Buffer.alloc(32, 2)).open(closed)).toThrow()
})

it('does not open what was changed', () => {
  const closed = box.close(plain)
  closed[15] = (closed[15] ?? 0) ^ 1
  expect(() => box.open(closed)).toThrow()
})
