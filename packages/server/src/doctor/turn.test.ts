import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { judgeSightings, turn, turnSightings } from './turn.ts'

const found = async (env: Readonly<Record<string, string>>) =>
  [await turn.examine(healthyPatient({ TRACIO_DEMO: 'off', ...env }))].flat()

it.each([
  ['off', { TRACIO_TURN: 'off' }, 'TRACIO_TURN is off'],
  ['on, wherever browsers come to', { TRACIO_TURN: 'on' }, 'the host that they asked'],
  ['on a public name', { TRACIO_TURN: 'on', TRACIO_PUBLIC_URL: 'https://t.example' }, 't.example'],
  ['on a name of its own', { TRACIO_TURN: 'on', TRACIO_TURN_URL: 'turn:turn.example' }, 'turn.example'],
  ['on a public address of IPv6', { TRACIO_TURN: 'on', TRACIO_TURN_URL: 'turn:[2a01:4f8::1]:3478' }, '[2a01:4f8::1]'],
])('has nothing against TURN %s', async (_name, env, text) => {
  expect(await found(env)).toMatchObject([{ outcome: 'ok', found: expect.stringContaining(text) }])
})

it.each([
  ['a private address', { TRACIO_TURN_URL: 'turn:10.0.0.1:3478' }, '10.0.0.1'],
  ['a loopback of IPv6', { TRACIO_TURN_URL: 'turn:[::1]:3478' }, '[::1]'],
  ['this machine', { TRACIO_PUBLIC_URL: 'http://localhost:8080' }, 'localhost'],
  ['an observer that only this machine reaches', { TRACIO_TURN_HOST: '127.0.0.1' }, 'alone'],
  ['a port that nobody knows', { TRACIO_TURN_PORT: '0' }, 'another port'],
])('warns of %s', async (_name, env, text) => {
  expect(await found({ TRACIO_TURN: 'on', ...env })).toMatchObject([
    { outcome: 'warning', found: expect.stringContaining(text) },
  ])
})

it.each([
  ['too few visits', 19, 0, 'ok'],
  ['visits that were seen', 20, 1, 'ok'],
  ['visits that nobody saw', 20, 0, 'warning'],
])('judges %s', (_name, events, seen, outcome) => {
  expect(judgeSightings(events, seen)).toMatchObject({ outcome })
})

it('counts what the newest visits showed', () => {
  const db = new DatabaseSync(':memory:')
  db.exec(`CREATE TABLE events (number INTEGER PRIMARY KEY, session_state TEXT);
    CREATE TABLE event_bodies (number INTEGER PRIMARY KEY, observations TEXT)`)
  const add = (observations: string | null): void => {
    const { lastInsertRowid } = db.prepare("INSERT INTO events (session_state) VALUES ('fresh')").run()
    db.prepare('INSERT INTO event_bodies VALUES (?, ?)').run(lastInsertRowid, observations)
  }
  for (let count = 0; count < 20; count++) add('{"request":{}}')
  add(null)
  expect(turnSightings.examine(healthyPatient({ TRACIO_TURN: 'on' }), db)).toMatchObject({ outcome: 'warning' })
  add('{"turn":{"addresses":["192.0.2.1"]}}')
  expect(turnSightings.examine(healthyPatient({ TRACIO_TURN: 'on' }), db)).toMatchObject({
    found: 'Of the newest 21 visits 1 were seen by UDP.',
  })
  expect(turnSightings.examine(healthyPatient(), db)).toEqual([])
})
