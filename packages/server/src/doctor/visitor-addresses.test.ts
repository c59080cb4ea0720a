import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { judgeAddresses, visitorAddresses } from './visitor-addresses.ts'

const many = (address: string, count = 20): readonly string[] => Array.from({ length: count }, () => address)

it.each([
  ['nobody came yet', [], [], 'ok'],
  ['somebody tries it at home', many('127.0.0.1', 19), [], 'ok'],
  ['visitors come from everywhere', [...many('172.18.0.1', 199), '8.8.8.8'], [], 'ok'],
  ['a proxy stands before the server', many('172.18.0.1'), [], 'warning'],
  ['a proxy stands on the same machine', many('::1'), [], 'warning'],
  ['a proxy that is known does not say who came', many('10.0.0.7'), ['10.0.0.0/8'], 'warning'],
] as const)('judges addresses: %s', (_name, addresses, trustProxy, outcome) => {
  expect(judgeAddresses(addresses, trustProxy)).toMatchObject({ outcome })
})

it('looks at the newest events', () => {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE events (number INTEGER PRIMARY KEY, ip TEXT)')
  const add = db.prepare('INSERT INTO events (ip) VALUES (?)')
  for (const ip of [...many('8.8.8.8', 300), ...many('192.168.1.1', 200)]) add.run(ip)
  expect(visitorAddresses.examine(healthyPatient(), db)).toMatchObject({
    outcome: 'warning',
    advice: expect.stringContaining('name it in TRACIO_TRUST_PROXY'),
  })
})
