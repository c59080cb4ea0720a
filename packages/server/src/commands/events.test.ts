import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandFolder } from '../../test/command-folder.ts'
import { anEntry, create, update } from '../../test/ledger-entries.ts'
import { folderWith } from '../../test/stored-events.ts'

let folder: CommandFolder
beforeAll(async () => {
  const bot = anEntry('3_c', { at: 3000, session: 3, change: update('ada', 1, 'cookie') })
  folder = await folderWith([
    anEntry('1_a', { at: 1000, session: 1, change: create('ada') }),
    anEntry('2_b', { at: 2000, session: 2, change: create('bob') }),
    { ...bot, event: { ...bot.event, tag: 'a\u001b[2J', bot: { result: 'bot', type: 'webdriver', score: 0.9 } } },
  ])
})

/** Request ids that a command finds. */
async function found(...args: readonly string[]): Promise<readonly string[]> {
  const { events } = await folder.json('events', ...args)
  return Object(events).map(({ request_id }: { request_id: string }) => request_id)
}

it.each([
  ['the newest first', ['list'], ['3_c', '2_b', '1_a']],
  ['the oldest first', ['list', '--order', 'oldest', '--limit', '2'], ['1_a', '2_b']],
  ['those of a visitor', ['search', '--visitor-id', 'ada'], ['3_c', '1_a']],
  ['those of a kind', ['search', '--bot-result', 'bot'], ['3_c']],
  ['those of a time', ['search', '--from', '1970-01-01T00:00:02Z', '--to', '1970-01-01T00:00:03Z'], ['2_b']],
  ['those that fit all that is given', ['search', '--visitor-id', 'bob', '--bot-result', 'bot'], []],
])('finds %s', async (_name, args, ids) => {
  expect(await found(...args)).toEqual(ids)
})

it('goes on where a page ended', async () => {
  const { next_cursor } = await folder.json('events', 'list', '--limit', '2')
  expect(await found('list', '--limit', '2', '--cursor', String(next_cursor))).toEqual(['1_a'])
})

it('tells people how to go on, apart from the result', async () => {
  const { out, err } = await folder.run(['events', 'list', '--limit', '1'])
  expect(out.split('\n')).toHaveLength(3)
  expect(err).toMatch(/^There are more: repeat with --cursor \S+\n$/)
})

it('shows one event flat, as the API does, and lets no visitor’s text move the cursor', async () => {
  expect(await folder.json('events', 'get', '3_c')).toMatchObject({
    event: { request_id: '3_c', visitor_id: 'ada', bot_result: 'bot', timestamp: '1970-01-01T00:00:03.000Z' },
  })
  const { out } = await folder.run(['events', 'get', '3_c'])
  expect(out).toMatch(/^tag +a\\u\{1b\}\[2J$/m)
})

describe('refuses', () => {
  it.each([
    ['an unknown event', ['get', '9_z'], 3, 'no such event'],
    ['an unknown event to explain', ['explain', '9_z'], 3, 'no such event'],
    ['a time that is none', ['search', '--from', 'yesterday'], 2, 'a time like'],
    ['an unknown word', ['search', '--decision', 'maybe'], 2, 'allow, challenge, review, deny'],
    ['a page that is too long', ['list', '--limit', '101'], 2, 'within its limits'],
    ['an address that is none', ['search', '--ip', 'office'], 2, 'must be an IPv4 or IPv6 address'],
    ['a cursor of another question', ['search', '--tag', 'x', '--cursor', 'AAAA'], 2, 'cursor'],
    ['a filter where all are listed', ['list', '--tag', 'x'], 2, 'unknown option'],
  ])('%s', async (_name, args, code, message) => {
    expect(await folder.run(['events', ...args])).toMatchObject({
      code,
      out: '',
      err: expect.stringContaining(message),
    })
  })
})
