import { expect, it } from 'vitest'
import { createRandom } from '../../../../../../bench/ingest/random.ts'
import { createTextPool, TEXT_BYTES } from './text-pool.ts'

const IP = 0
const TAG = 1

it('gives a text one number for as long as it is held', () => {
  const texts = createTextPool(8)
  const number = texts.hold(IP, 'a')
  expect([texts.hold(IP, 'a'), texts.find(IP, 'a'), texts.bytes()]).toEqual([number, number, TEXT_BYTES])
  texts.letGo(number)
  expect(texts.find(IP, 'a')).toBe(number)
  texts.letGo(number)
  expect([texts.find(IP, 'a'), texts.bytes()]).toEqual([0, 0])
})

it('keeps dimensions apart, and the empty text too', () => {
  const texts = createTextPool(8)
  const numbers = [texts.hold(IP, 'a'), texts.hold(TAG, 'a'), texts.hold(TAG, ''), texts.hold(TAG, '')]
  expect(new Set(numbers).size).toBe(3)
  expect(numbers).not.toContain(0)
})

it('gives the number of a text that is gone to another, and not before', () => {
  const texts = createTextPool(8)
  const first = texts.hold(IP, 'a')
  expect(texts.hold(IP, 'b')).not.toBe(first)
  texts.letGo(first)
  expect(texts.hold(IP, 'c')).toBe(first)
})

it('forgets what a number stood for, and keeps the number for those who hold it', () => {
  const texts = createTextPool(8)
  const ada = texts.hold(IP, 'ada')
  texts.forget(IP, 'ada')
  expect(texts.find(IP, 'ada')).toBe(0)
  const other = texts.hold(IP, 'ada')
  expect(other).not.toBe(ada)
  texts.letGo(ada)
  expect([texts.find(IP, 'ada'), texts.bytes()]).toEqual([other, TEXT_BYTES])
  texts.forget(IP, 'nobody')
})

it('is right whatever is held and let go, in buckets that many share', () => {
  const random = createRandom(5)
  const texts = createTextPool(64)
  const held = new Map<string, { readonly number: number; holders: number }>()
  for (let step = 0; step < 20_000; step++) {
    const text = `text ${random.int(80)}`
    const known = held.get(text)
    expect(texts.find(TAG, text)).toBe(known?.number ?? 0)
    if (held.size < 64 && random.share() < 0.5) {
      const number = texts.hold(TAG, text)
      if (known) known.holders += 1
      else held.set(text, { number, holders: 1 })
      expect(held.get(text)?.number).toBe(number)
    } else if (known) {
      texts.letGo(known.number)
      known.holders -= 1
      if (known.holders === 0) held.delete(text)
    }
    expect(texts.bytes()).toBe(held.size * TEXT_BYTES)
  }
  expect(held.size).toBeGreaterThan(20)
})
