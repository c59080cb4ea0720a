import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { bytesOfText, createTextPool } from './text-pool.ts'

it('gives a text one number for as long as it is held', () => {
  const texts = createTextPool()
  const number = texts.hold('ip', 'a')
  expect([texts.hold('ip', 'a'), texts.find('ip', 'a')]).toEqual([number, number])
  texts.letGo(number)
  expect(texts.find('ip', 'a')).toBe(number)
  texts.letGo(number)
  expect([texts.find('ip', 'a'), texts.bytes()]).toEqual([0, 0])
})

it('keeps dimensions apart, and the empty text too', () => {
  const texts = createTextPool()
  const numbers = [texts.hold('ip', 'a'), texts.hold('tag', 'a'), texts.hold('tag', ''), texts.hold('tag', '')]
  expect(new Set(numbers).size).toBe(3)
  expect(numbers).not.toContain(0)
})

it('gives the number of a text that is gone to another, and not before', () => {
  const texts = createTextPool()
  const first = texts.hold('ip', 'a')
  expect(texts.hold('ip', 'b')).not.toBe(first)
  texts.letGo(first)
  expect(texts.hold('ip', 'c')).toBe(first)
})

it('forgets what a number stood for, and keeps the number for those who hold it', () => {
  const texts = createTextPool()
  const ada = texts.hold('visitorId', 'ada')
  texts.forget('visitorId', 'ada')
  expect(texts.find('visitorId', 'ada')).toBe(0)
  expect(texts.hold('visitorId', 'ada')).not.toBe(ada)
  texts.letGo(ada)
  expect(texts.bytes()).toBe(bytesOfText('ada'))
  texts.forget('visitorId', 'nobody')
})

it('takes no more memory than it says', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const texts = createTextPool()
  const count = 50_000
  collect()
  const before = process.memoryUsage().heapUsed
  // A text out of JSON is a text of its own, as those of requests are.
  for (let i = 0; i < count; i++) texts.hold('visitorId', JSON.parse(`"visitor${String(i).padStart(9, '0')}"`))
  collect()
  const used = process.memoryUsage().heapUsed - before
  expect(used / count).toBeGreaterThan(32)
  expect(used).toBeLessThan(1.25 * texts.bytes())
  expect(texts.find('visitorId', 'visitor000000007')).toBeGreaterThan(0)
})
