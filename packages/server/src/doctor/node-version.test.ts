import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { judgeNode, nodeVersion } from './node-version.ts'

it.each([
  ['22.12.0', 'problem'],
  ['24.0.0', 'ok'],
  ['100.0.0', 'ok'],
])('judges Node %s: %s', (version, outcome) => {
  expect(judgeNode(version)).toMatchObject({ outcome })
})

it('is content with the Node that runs it', () => {
  expect(nodeVersion.examine(healthyPatient())).toMatchObject({ outcome: 'ok' })
})
