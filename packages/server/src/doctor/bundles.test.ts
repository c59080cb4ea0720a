import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { bundles, judgeBundles } from './bundles.ts'

it('names what is not built, and what builds it', () => {
  const [here, nowhere] = [new URL(import.meta.url), new URL('nowhere.js', import.meta.url)]
  expect(judgeBundles([here])).toMatchObject({ outcome: 'ok' })
  expect(judgeBundles([here, nowhere])).toMatchObject({
    outcome: 'problem',
    found: expect.stringMatching(/nowhere\.js\.$/),
    advice: expect.stringContaining('npm start'),
  })
})

it('looks for files that the build makes', () => {
  expect(bundles.examine(healthyPatient())).toMatchObject({ outcome: 'ok' })
})
