import { DatabaseSync } from 'node:sqlite'
import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { COMMAND_TIME } from '../../test/command-folder.ts'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { clock, clockOfEvents, judgeClock } from './clock.ts'

it.each([
  ['a clock that was never set', 0, 'problem'],
  ['a clock of today', COMMAND_TIME, 'ok'],
])('judges %s', (_name, at, outcome) => {
  expect(judgeClock(at as EpochMs)).toMatchObject({ outcome })
  expect(clock.examine(healthyPatient())).toMatchObject({ outcome: 'ok' })
})

it.each([
  ['no event yet', [], 'ok'],
  ['an event of another machine whose clock is a little ahead', [5 * 60_000], 'ok'],
  ['an event from beyond the clock', [0, 5 * 60_000 + 2], 'problem'],
])('goes by the newest event: %s', (_name, aheadMs, outcome) => {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE events (number INTEGER PRIMARY KEY, at INTEGER)')
  const add = db.prepare('INSERT INTO events (at) VALUES (?)')
  for (const ms of aheadMs) add.run(COMMAND_TIME + 1 + ms)
  expect(clockOfEvents.examine(healthyPatient(), db)).toMatchObject({ outcome })
})
