import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { settingsThatWarn } from './settings-that-warn.ts'

const warnings = async (env: Readonly<Record<string, string>>) =>
  [await settingsThatWarn.examine(healthyPatient(env))].flat().filter(({ outcome }) => outcome !== 'ok')

it.each([
  ['the defaults', {}],
  ['a proxy by its network', { TRACIO_TRUST_PROXY: '10.0.0.0/8,::1' }],
  ['a public address without the demo', { TRACIO_PUBLIC_URL: 'https://t.example', TRACIO_DEMO: 'off' }],
  ['the demo at home', { TRACIO_DEMO: 'on' }],
])('has nothing to say of %s', async (_name, env) => {
  expect(await warnings(env)).toEqual([])
})

it.each([
  ['trust in every IPv4 address', { TRACIO_TRUST_PROXY: '0.0.0.0/0' }, 'every visitor can choose'],
  ['trust in every IPv6 address', { TRACIO_TRUST_PROXY: '10.0.0.1,::/0' }, '::/0'],
  ['a public demo', { TRACIO_PUBLIC_URL: 'https://t.example' }, 'https://t.example/demo'],
])('warns of %s', async (_name, env, found) => {
  expect(await warnings(env)).toMatchObject([{ outcome: 'warning', found: expect.stringContaining(found) }])
})

it('says what survives', async () => {
  const full = await settingsThatWarn.examine(healthyPatient({ TRACIO_SQLITE_SYNCHRONOUS: 'full' }))
  expect([full].flat().at(-1)?.found).toContain('and the loss of power')
})
