import { describe, expect, it } from 'vitest'
import { type SignalFacts, signalIds, signals } from '../../packages/contract/src/index.ts'
import { type Fixture, readFixtures } from '../../packages/engine/test/recorded.ts'
import { seenSignals } from './seen-signals.ts'

/** A recording of one signal, sent as a value or as the number of a gap. */
function recording(
  engine: string,
  mode: string,
  driver: string | null,
  sent: { value?: unknown; gap?: number },
): Fixture {
  const readings = {
    values: sent.value === undefined ? {} : { [signalIds.touch]: sent.value },
    gaps: sent.gap === undefined ? {} : { [signalIds.touch]: sent.gap },
  }
  const [example] = readFixtures()
  if (!example) throw new Error('There are no recordings.')
  const { recorded } = example
  return {
    ...example,
    recorded: {
      ...recorded,
      browser: { engine, version: '1', mode, driver },
      payload: { ...recorded.payload, ...readings },
    },
  }
}

const touch = { maxTouchPoints: 0, touchEvent: false, touchStart: false }
const seenTouch = (fixtures: readonly Fixture[]) => seenSignals(fixtures).find(({ name }) => name === 'touch')

it('counts values that differ, whatever the order of their keys', () => {
  const fixtures = [
    recording('chromium', 'headful', null, { value: touch }),
    recording('firefox', 'headful', null, { value: { touchStart: false, touchEvent: false, maxTouchPoints: 0 } }),
    recording('firefox', 'private', null, { value: { ...touch, maxTouchPoints: 5 } }),
    recording('webkit', 'headful', null, { gap: -1 }),
  ]
  expect(seenTouch(fixtures)).toEqual({
    name: 'touch',
    values: 3,
    distinct: 2,
    byEngine: { chromium: 'value', firefox: 'value', webkit: 'unavailable' },
  })
})

it('says of an engine what most recordings gave, and who gave something else', () => {
  const fixtures = [
    recording('firefox', 'headful', null, { value: touch }),
    recording('firefox', 'headful', 'puppeteer', { value: touch }),
    recording('firefox', 'private', null, { gap: -4 }),
    recording('firefox', 'private', 'puppeteer', { value: touch }),
    recording('firefox', 'headless', null, { gap: -1 }),
    recording('firefox', 'headless', 'puppeteer', { gap: -1 }),
  ]
  expect(seenTouch(fixtures)?.byEngine).toEqual({
    firefox: 'value; headless: unavailable; private undriven: timeout',
  })
})

describe('a signal that all recorded browsers agree on', () => {
  // What one recording alone has is neither constant nor varied.
  const seen = seenSignals(readFixtures()).filter(({ values }) => values > 1)
  const factsOf = (name: (typeof seen)[number]['name']): SignalFacts => signals[name]

  it('says why it is read all the same', () => {
    const silent = seen.filter(({ name, distinct }) => distinct === 1 && !factsOf(name).constant)
    expect(silent.map(({ name }) => name)).toEqual([])
  })
  it('is not called constant when it varies', () => {
    const wrong = seen.filter(({ name, distinct }) => distinct > 1 && factsOf(name).constant)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})
