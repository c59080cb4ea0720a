import { expect, it } from 'vitest'
import { decodeReadings, type RawReadings } from './reading.ts'
import type { BrowserFamily } from './signals/signal.ts'

const raw = (part: Partial<RawReadings>): RawReadings => ({ values: {}, gaps: {}, differing: {}, ...part })

it.each<[string, RawReadings, BrowserFamily | undefined, unknown]>([
  ['hands a value on', raw({ values: { s7: 8 } }), 'chromium', { value: 8 }],
  [
    'calls a value of the wrong shape invalid and keeps its start',
    raw({ values: { s7: 'eight' } }),
    'chromium',
    { gap: 'invalid', evidence: '"eight"' },
  ],
  [
    'calls a value beyond its bounds invalid',
    raw({ values: { s7: 1e9 } }),
    'chromium',
    { gap: 'invalid', evidence: '1000000000' },
  ],
  ['names a gap', raw({ gaps: { s7: -4 } }), 'chromium', { gap: 'timeout' }],
  ['calls an unknown gap number invalid', raw({ gaps: { s7: -99 } }), 'chromium', { gap: 'invalid', evidence: '-99' }],
  ['calls what an older agent does not know skipped', raw({}), 'chromium', { gap: 'skipped' }],
  ['believes the value when both are sent', raw({ values: { s7: 8 }, gaps: { s7: -1 } }), undefined, { value: 8 }],
])('%s', (_name, input, family, expected) => {
  expect(decodeReadings(input, family).cores).toEqual(expected)
})

it('refines unavailable to unsupported where the family never has the signal', () => {
  const input = raw({ gaps: { s8: -1 } })
  expect(decodeReadings(input, 'firefox').memoryGib).toEqual({ gap: 'unsupported' })
  expect(decodeReadings(input, 'chromium').memoryGib).toEqual({ gap: 'unavailable' })
  expect(decodeReadings(input, undefined).memoryGib).toEqual({ gap: 'unavailable' })
})

it('keeps the differing values of an unstable reading, and only those that decode', () => {
  const input = raw({ gaps: { s7: -5 }, differing: { s7: [4, 'junk', 8] } })
  expect(decodeReadings(input, undefined).cores).toEqual({ gap: 'unstable', evidence: [4, 8] })
})

it('is not misled by values that the prototype lends', () => {
  const values = Object.create({ s7: 8 }) as Record<string, unknown>
  expect(decodeReadings(raw({ values }), undefined).cores).toEqual({ gap: 'skipped' })
})

it('keeps only the start of a huge invalid value', () => {
  const reading = decodeReadings(raw({ values: { s7: 'x'.repeat(100_000) } }), undefined).cores
  expect(JSON.stringify(reading).length).toBeLessThan(300)
})
