import { beforeEach, expect, it } from 'vitest'
import type { CommandFolder } from '../../test/command-folder.ts'
import { anEntry, create, update } from '../../test/ledger-entries.ts'
import { folderWith } from '../../test/stored-events.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await folderWith([
    anEntry('1_a', { at: 1000, session: 1, change: create('ada') }),
    anEntry('2_b', { at: 2000, session: 2, change: create('bob') }),
    anEntry('3_c', { at: 3000, session: 3, change: update('ada', 1, 'cookie') }),
    anEntry('4_d', { at: 4000, session: 4, change: { kind: 'none' } }),
  ])
})

it('lists each visitor once, who came last first', async () => {
  expect(await folder.json('visitors', 'list')).toEqual({
    visitors: [
      { visitor_id: 'ada', last_seen_at: '1970-01-01T00:00:03.000Z', last_request_id: '3_c' },
      { visitor_id: 'bob', last_seen_at: '1970-01-01T00:00:02.000Z', last_request_id: '2_b' },
    ],
  })
  expect(await folder.json('visitors', 'list', '--limit', '1')).toMatchObject({ visitors: [{ visitor_id: 'ada' }] })
})

it('shows a visitor with their events', async () => {
  expect(await folder.json('visitors', 'get', 'ada')).toMatchObject({
    visitor: { visit_count: 2, event_count: 2, events: [{ request_id: '3_c' }, { request_id: '1_a' }] },
  })
})

it('erases a visitor and nobody else', async () => {
  expect(await folder.json('visitors', 'delete', 'ada', '--yes')).toEqual({
    visitor_id: 'ada',
    erased: true,
    events: 2,
  })
  expect(await folder.run(['visitors', 'get', 'ada'])).toMatchObject({ code: 3 })
  expect(await folder.run(['events', 'get', '3_c'])).toMatchObject({ code: 3 })
  expect(await folder.json('visitors', 'get', 'bob')).toMatchObject({ visitor: { event_count: 1 } })
})

it.each([
  ['erases for a person who says yes', 'yes', 0, 3],
  ['erases nothing for a person who says anything else', 'y', 1, 0],
])('%s', async (_name, answer, code, codeAfter) => {
  const { err, ...ended } = await folder.run(['visitors', 'delete', 'ada'], answer)
  expect(ended).toMatchObject({ code })
  expect(err).toContain('Erase this visitor and 2 events for good?')
  expect(await folder.run(['visitors', 'get', 'ada'])).toMatchObject({ code: codeAfter })
})

it('erases nothing where nobody can be asked', async () => {
  expect(await folder.run(['visitors', 'delete', 'ada'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--yes'),
  })
  expect(await folder.run(['visitors', 'get', 'ada'])).toMatchObject({ code: 0 })
})

it.each([
  [['get', 'nobody'], 3],
  [['delete', 'nobody', '--yes'], 3],
  [['list', '--limit', '0'], 2],
])('refuses what is not there or not possible: %j', async (args, code) => {
  expect(await folder.run(['visitors', ...args])).toMatchObject({ code, out: '' })
})
