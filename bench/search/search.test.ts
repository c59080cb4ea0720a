import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../packages/server/src/config.ts'
import { type RunningServer, startServer } from '../../packages/server/src/main.ts'
import { createRandom } from '../ingest/random.ts'
import { API_SECRET, populationOf } from './population.ts'
import { queryKinds } from './queries.ts'
import { figures } from './search.ts'
import { createSearchLoad } from './search-load.ts'
import { builtStore } from './store.ts'

const population = populationOf(5000)
const root = mkdtempSync(join(tmpdir(), 'tracio-bench-search-test-'))
let server: RunningServer
beforeAll(async () => {
  const { dataDir } = await builtStore(population, { root })
  server = await startServer(
    readConfig({
      ...{ TRACIO_PORT: '0', TRACIO_DATA_DIR: dataDir, TRACIO_LOG_LEVEL: 'silent' },
      ...{ TRACIO_DEMO: 'off', TRACIO_FEEDS: 'off', TRACIO_NETWORKS: 'off', TRACIO_GEO_DEFAULT: 'off' },
    }),
  )
})
afterAll(() => server.close())

const ask = async (path: string): Promise<Record<string, unknown>[]> => {
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${API_SECRET}` } })
  const { data, visits } = JSON.parse(await response.text())
  return data?.events ?? visits
}

/** What every event that a kind of question finds must be like; a full page where the share of all is large. */
const expected: Readonly<Record<string, readonly [Record<string, unknown>, number]>> = {
  'newest page': [{}, 20],
  'by visitor': [{ visitor_id: expect.stringMatching(/^bench/) }, 1],
  'by account': [{ linked_id: expect.stringMatching(/^user_/) }, 1],
  'by address': [{ ip: expect.stringMatching(/^10\./) }, 1],
  'by device': [{ device_hash: expect.any(String) }, 1],
  'by network': [{ ip: expect.stringMatching(/^10\./) }, 1],
  'Tor in a week': [{ is_tor: true }, 1],
  'VPNs, no data centres': [{ is_vpn: true, is_datacenter: false }, 50],
  'no VPNs': [{ is_vpn: false }, 20],
  'rare country in a week': [{ ip: expect.stringMatching(/^10\./) }, 5],
  'bots only': [{ bot_result: 'bot', risk_score: 81 }, 50],
  'high risk in a week': [{ decision: expect.stringMatching(/review|deny/) }, 5],
  'tag in a range of time': [{ tag: 'checkout' }, 20],
  'oldest first, page after page': [{}, 100],
  'browser and system': [{ browser_name: 'Firefox', os_name: 'Linux' }, 3],
  tests: [{ environment: 'test' }, 20],
  'nothing matches': [{}, 0],
  'history of a visitor': [{ visitorId: expect.stringMatching(/^bench/) }, 1],
}

it.each(queryKinds)('finds what is asked for: $name', async ({ name, path }) => {
  const [like, least] = expected[name] ?? []
  const events = await ask(path(createRandom(1), population, null))
  expect(events.length).toBeGreaterThanOrEqual(least ?? Number.POSITIVE_INFINITY)
  for (const event of events) expect(event).toMatchObject(like ?? {})
})

it('asks every kind in turn, and goes on where a page ended', async () => {
  const load = createSearchLoad(server.url, population)
  const asked = await load.warmUp(2)
  await load.close()
  expect(asked.map(({ kind }) => kind)).toEqual([...queryKinds, ...queryKinds].map(({ name }) => name))
  expect(asked.filter(({ status }) => status !== 200)).toEqual([])
})

it('finds the same store again, and builds it anew when asked', async () => {
  const small = populationOf(1000)
  const told: string[] = []
  expect((await builtStore(small, { root, said: (text) => void told.push(text) })).isReused).toBe(false)
  expect(told).toEqual(['making indexes'])
  expect((await builtStore(small, { root })).isReused).toBe(true)
  expect((await builtStore(small, { root, isFresh: true })).isReused).toBe(false)
})

it('refuses what the disk has no room for, at once', async () => {
  const million = 1_000_000
  await expect(builtStore(populationOf(million * million), { root })).rejects.toThrow(
    / need some \d+ GB; .* has \d+ GB free/,
  )
})

it('misses its bars when questions or visits are slow, or an answer fails', () => {
  const asked = [{ kind: 'tests', status: 200, found: 1, ms: 10 }]
  const failed = (part: Partial<Parameters<typeof figures>[0]>): string[] =>
    figures({ half: 1, alone: [[1]], beside: [[1]], asked, ...part })
      .filter(({ ok }) => ok === false)
      .map(({ name }) => name)
  expect(failed({})).toEqual([])
  expect(failed({ asked: [{ ...asked[0], kind: 'tests', found: 0, status: 422, ms: 51 }] })).toEqual([
    'questions without an answer',
    'all questions, p95',
  ])
  expect(failed({ beside: [[11], [11], [1]] })).toEqual(['visits beside questions, p99'])
})
