import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import type { FeedStatus } from '../ip/feeds/feed-status.ts'
import { addressLists, judgeLists } from './address-lists.ts'

const feeds = (...conditions: readonly FeedStatus['condition'][]) =>
  conditions.map((condition, index) => ({ id: `list_${index}`, condition }))

it.each([
  ['they are off', feeds('off'), 'off', [['ok', 'as TRACIO_FEEDS says']]],
  ['each is off', feeds('off', 'off'), 'on', [['ok', 'one by one']]],
  ['all are current', feeds('fresh', 'fresh', 'off'), 'on', [['ok', '2 of 2 lists']]],
  ['none was fetched', feeds('never_fetched', 'off'), 'on', [['warning', 'No list of addresses was fetched']]],
  [
    'some are missing or old',
    feeds('fresh', 'never_fetched', 'stale', 'dropped'),
    'on',
    [
      ['ok', '1 of 4 lists'],
      ['warning', 'Never fetched: list_1.'],
      ['warning', 'Too old to clear anybody: list_2, list_3.'],
    ],
  ],
] as const)('judges lists: %s', (_name, statuses, fetching, expected) => {
  expect(judgeLists(statuses, fetching)).toMatchObject(
    expected.map(([outcome, found]) => ({ outcome, found: expect.stringContaining(found) })),
  )
})

it('says who has to fetch them', () => {
  const [on, manual] = (['on', 'manual'] as const).map((fetching) => judgeLists(feeds('never_fetched'), fetching)[0])
  expect([on?.advice, manual?.advice]).toEqual([
    expect.stringContaining('Start the server'),
    expect.stringMatching(/^Run "tracio feeds update"/),
  ])
})

it('names a few of many', () => {
  const many = feeds('fresh', ...Array.from({ length: 10 }, () => 'stale' as const))
  expect(judgeLists(many, 'on')[1]?.found).toMatch(/list_8 and 2 more\.$/)
})

it('looks at the disk of a folder that was never used', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tracio-doctor-'))
  expect(await addressLists.examine(healthyPatient({ TRACIO_DATA_DIR: dataDir, TRACIO_FEEDS: 'on' }))).toMatchObject([
    { outcome: 'warning', found: expect.stringContaining('fetched yet') },
  ])
})
