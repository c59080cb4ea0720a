import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { judgeNetworks, networks } from './networks.ts'

it.each([
  ['are known', { name: 'somebody', builtOn: '2026-06-17', version: '1' }, true, 'ok', 'as of 2026-06-17'],
  ['are unwanted', { missing: 'TRACIO_NETWORKS is off.' }, false, 'ok', 'as TRACIO_NETWORKS says'],
  ['are missing', { missing: 'It is not installed.' }, true, 'warning', 'It is not installed. Nobody is cleared'],
] as const)('judges networks that %s', (_name, source, chosen, outcome, found) => {
  expect(judgeNetworks(source, chosen)).toMatchObject({ outcome, found: expect.stringContaining(found) })
})

it('finds the database that is installed', () => {
  expect(networks.examine(healthyPatient())).toMatchObject({ found: expect.stringMatching(/as of 20\d\d-/) })
})
