import { expect, it } from 'vitest'
import { decodeReadings } from './reading.ts'
import { showSignals } from './show-signals.ts'
import { currentSignalNames } from './signals.ts'

it('shows every signal once, in the order of ids, with its value or its gap and its time', () => {
  const readings = decodeReadings({ values: { s7: 8 }, gaps: { s8: -1 }, differing: {} }, 'firefox')
  const shown = showSignals(readings, { s7: 0.4 })
  expect(shown.map(({ name }) => name)).toEqual(currentSignalNames)
  expect(shown.find(({ name }) => name === 'cores')).toMatchObject({ id: 's7', tier: 'semi', value: 8, ms: 0.4 })
  expect(shown.find(({ name }) => name === 'memoryGib')).toMatchObject({ id: 's8', gap: 'unsupported' })
})

it('shows a retired signal that an older agent sent, and none that a newer one left out', () => {
  const names = (values: object) =>
    showSignals(decodeReadings({ values: { ...values }, gaps: {}, differing: {} }, undefined), {}).map(
      ({ name }) => name,
    )
  expect(names({})).not.toContain('mediaFeatures')
  expect(names({ s46: { hover: ['none'] } })).toContain('mediaFeatures')
  expect(names({ s46: 'broken' })).toContain('mediaFeatures')
})
