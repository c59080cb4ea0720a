import { describe, expect, it } from 'vitest'
import { type AnySource, type Outcome, read, readTwice } from './read.ts'

const untyped = <T>(json: string): T => JSON.parse(json)

const throwing: AnySource = () => {
  throw new RangeError('odd')
}

/** A source that gives one answer after the other. */
const changing = (...values: readonly number[]): AnySource => {
  let at = 0
  return () => ({ value: values[at++ % values.length] ?? 0 })
}

describe('read', () => {
  it.each<[string, AnySource, Outcome]>([
    ['a value', () => ({ value: 8 }), { value: 8 }],
    ['a false value', () => ({ value: false }), { value: false }],
    ['an interface that is missing', () => ({ absent: 'unavailable' }), { gap: 'unavailable' }],
    ['an interface that refuses', () => ({ absent: 'denied' }), { gap: 'denied' }],
    ['an interface that took too long', () => ({ absent: 'timeout' }), { gap: 'timeout' }],
    ['a source that throws', throwing, { gap: 'error' }],
    ['a source that returns nothing at all', () => untyped('null'), { gap: 'error' }],
    ['a value that cannot travel', () => ({ value: untyped('[[[[[[1]]]]]]') }), { gap: 'error' }],
    ['a value just deep enough', () => ({ value: untyped('[[[[[1]]]]]') }), { value: [[[[[1]]]]] }],
  ])('%s, at once', (_name, source, outcome) => {
    expect(read(source, {})).toEqual(outcome)
  })

  it.each<[string, AnySource, Outcome]>([
    ['a value', async () => ({ value: 8 }), { value: 8 }],
    ['a failure', () => Promise.reject(new RangeError('odd')), { gap: 'error' }],
  ])('%s, later', async (_name, source, outcome) => {
    expect(await read(source, {})).toEqual(outcome)
  })
})

describe('readTwice', () => {
  it.each<[string, AnySource, Outcome]>([
    ['equal values', changing(3), { value: 3 }],
    ['noise', changing(3, 4), { gap: 'unstable', differing: [3, 4] }],
    [
      'noise that comes later',
      async (g) => changing(Math.random())(g),
      { gap: 'unstable', differing: expect.any(Array) },
    ],
    ['no value at all', () => ({ absent: 'denied' }), { gap: 'denied' }],
  ])('%s', async (_name, source, outcome) => {
    expect(await readTwice(source, {})).toEqual(outcome)
  })

  it('calls a value that is refused the second time unstable', async () => {
    let reads = 0
    const source: AnySource = () => (reads++ === 0 ? { value: 3 } : { absent: 'denied' })
    expect(await readTwice(source, {})).toEqual({ gap: 'unstable', differing: [3] })
  })
})
