import { expect, it } from 'vitest'
import { engineSources } from './engine-sources.ts'

const node = { Intl, performance: { memory: { jsHeapSizeLimit: 4 } } }

it('tells what this very engine is', () => {
  expect(engineSources.unicodeCase()).toEqual({ value: expect.stringMatching(/^\ua7c4\ua7c7\u2c2f/) })
  expect(engineSources.dateParsing()).toEqual({ value: '11100' })
  expect(engineSources.radixText()).toEqual({ value: 'u5d0mqc966o00' })
  expect(engineSources.sortSteps()).toEqual({ value: expect.stringMatching(/^25 8\d /) })
  expect(engineSources.keyOrders()).toEqual({ value: ['length name prototype', expect.stringMatching(/^length name/)] })
})

it('names what is there and does not read it', () => {
  const unread = { get: () => expect.unreachable() }
  const g: object = Object.defineProperties({}, { Observable: unread, gc: unread })
  expect(engineSources.releaseMarks(g)).toEqual({ value: ['Observable'] })
})

it("tells the heap's limit where there is one", () => {
  expect(engineSources.jsHeapLimit(node)).toEqual({ value: 4 })
  expect(engineSources.jsHeapLimit({ performance: {} })).toEqual({ absent: 'unavailable' })
})
