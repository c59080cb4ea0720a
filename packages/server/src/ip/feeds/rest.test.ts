import { expect, it } from 'vitest'
import { createRest } from './rest.ts'

const LONG_MS = 60_000
const never = new AbortController().signal

/** Milliseconds that something took. */
async function lasted(work: Promise<void>): Promise<number> {
  const before = performance.now()
  await work
  return performance.now() - before
}

it('lasts as long as it was to last', async () => {
  expect(await lasted(createRest().begin(50, never))).toBeGreaterThan(40)
})

it('ends when somebody ends it, and the next one lasts again', async () => {
  const rest = createRest()
  setTimeout(rest.end, 10)
  expect(await lasted(rest.begin(LONG_MS, never))).toBeLessThan(LONG_MS)
  expect(await lasted(rest.begin(50, never))).toBeGreaterThan(40)
})

it('does not begin when it was ended before', async () => {
  const rest = createRest()
  rest.end()
  expect(await lasted(rest.begin(LONG_MS, never))).toBeLessThan(LONG_MS)
})

it('ends with the program', async () => {
  expect(await lasted(createRest().begin(LONG_MS, AbortSignal.timeout(10)))).toBeLessThan(LONG_MS)
})
