import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type FeedAnswer,
  type FeedServer,
  serveStatus,
  serveText,
  startFeedServer,
} from '../packages/server/test/feed-server.ts'
import { aPayload, CHROME_USER_AGENT, type SessionAnswer, seal } from '../packages/server/test/payloads.ts'
import { runCli } from '../packages/server/test/run-cli.ts'
import { makeDue } from './make-due.ts'
import { fillersOf, officialFeeds } from './network/official-lists.ts'
import { writeList } from './network/write-list.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

/** A VPN server that the first version of the list names that later fails. */
const LISTED = '93.184.216.34'

const listOf = (id: string, more: readonly string[] = [], share = 1): string => {
  const feed = officialFeeds.find((one) => one.id === id)
  if (!feed) throw new Error(`There is no feed ${id}.`)
  const fillers = fillersOf(feed)
  return writeList(feed.parser, [...fillers.slice(0, fillers.length * share), ...more])
}

/** Ends before the length that it announced. */
const cutOff: FeedAnswer = (_request, response) => {
  response.writeHead(200, { 'content-length': '100000' })
  response.write(listOf('privadovpn'), () => response.destroy())
}

/** How each source goes wrong, and what the status says then. Each is one whose list is as small as lists are believed. */
const wrongs: Readonly<Record<string, readonly [how: string, answer: FeedAnswer, code: string]>> = {
  ivpn: ['answers 500', serveStatus(500), 'http_status'],
  privadovpn: ['breaks off', cutOff, 'truncated'],
  zscaler: ['sends a bomb', serveText(gzipSync(Buffer.alloc(9_000_000)), { 'content-encoding': 'gzip' }), 'too_big'],
  windscribe: [
    'sends a page',
    serveText('<!doctype html><p>Sign in</p>', { 'content-type': 'text/html' }),
    'wrong_type',
  ],
  pia: ['sends what does not unpack', serveText('no gzip', { 'content-encoding': 'gzip' }), 'encoding_broken'],
  x4bnet_vpn_v6: ['lists private ranges', serveText(listOf('x4bnet_vpn_v6', ['fd00::/48'])), 'special_space'],
  mullvad: ['lists private ranges', serveText(listOf('mullvad', ['10.0.0.9'])), 'special_space'],
  cloudflare_v4: ['has lost a half', serveText(listOf('cloudflare_v4', [], 0.62)), 'changed_too_much'],
  fastly: ['has another format', serveText('{"ranges": []}'), 'format_unknown'],
  digitalocean: ['sends noise', serveText(`${listOf('digitalocean')}${'noise\n'.repeat(30)}`), 'lines_rejected'],
  google_cloud: ['has become empty', serveText('{"prefixes": []}'), 'entries_out_of_bounds'],
  oracle_cloud: ['sends in circles', serveStatus(302, { location: '/oracle_cloud' }), 'redirected_too_often'],
  linode: ['hangs up', (request) => void request.destroy(), 'connect_failed'],
  spamhaus_drop_v6: [
    'accuses a resolver',
    serveText(listOf('spamhaus_drop_v6', ['2606:4700:4700::1111/128'])),
    'known_good_listed',
  ],
}

/** Still has what it had. */
const UNCHANGED = 'airvpn'
/** Answers nothing, and is on a host of its own, so that nobody else waits for it. */
const SLOW = 'wlvpn'

const USED = [...Object.keys(wrongs), UNCHANGED, SLOW]
const EXPECTED_SOON = { timeout: 30_000, interval: 300 }

describe('sources that go wrong', () => {
  let source: FeedServer
  let tracio: TracioServer
  let env: Record<string, string>
  let before: readonly ApiBody[]
  const answers = new Map<string, FeedAnswer>()
  beforeAll(async () => {
    for (const id of USED) {
      const list = listOf(id, id === 'ivpn' ? [LISTED] : [])
      answers.set(id, serveText(list, { etag: `"${id}"` }))
    }
    source = await startFeedServer((request, response) => {
      const answer = answers.get(request.url?.slice(1) ?? '') ?? serveStatus(404)
      answer(request, response)
    })
    const { port } = new URL(source.url)
    const urlOf = (id: string) => `http://${id === SLOW ? 'localhost' : '127.0.0.1'}:${port}/${id}`
    env = {
      TRACIO_FEEDS: 'on',
      TRACIO_FEEDS_PRIVATE: 'on',
      TRACIO_FEEDS_URLS: USED.map((id) => `${id}=${urlOf(id)}`).join(),
      TRACIO_FEEDS_OFF: officialFeeds.flatMap(({ id }) => (USED.includes(id) ? [] : [id])).join(),
      TRACIO_TRUST_PROXY: '127.0.0.1',
    }
    tracio = await startTracio(env)
    before = await vi.waitFor(async () => {
      const all = await feeds()
      expect(all.filter(({ condition }) => condition !== 'fresh').map(({ id, error }) => ({ id, error }))).toEqual([])
      return all
    }, EXPECTED_SOON)
    for (const [id, [, answer]] of Object.entries(wrongs)) answers.set(id, answer)
    answers.set(SLOW, () => undefined)
    for (const id of USED) makeDue(tracio, id)
    await vi.waitFor(async () => {
      const missing = (await feeds()).filter(({ id, error }) => Object.hasOwn(wrongs, String(id)) && error === null)
      expect(missing.map(({ id }) => id)).toEqual([])
    }, EXPECTED_SOON)
  })
  afterAll(async () => {
    await tracio?.dispose()
    await source?.close()
  })

  async function feeds(): Promise<readonly ApiBody[]> {
    const { body } = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/feeds`)
    const all: readonly ApiBody[] = Object(body['data']).feeds
    return all.filter(({ id }) => USED.includes(String(id)))
  }

  const feed = async (id: string) => (await feeds()).find((one) => one['id'] === id)
  const wasBefore = (id: string) => before.find((one) => one['id'] === id)

  async function status(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await runCli(['feeds', 'status', ...args], { ...env, TRACIO_DATA_DIR: tracio.dataDir })
    expect([code, err]).toEqual([0, ''])
    return out
  }

  it.each(Object.entries(wrongs).map(([id, [how, , code]]) => [id, how, code] as const))(
    'keeps the last good list of %s when it %s, and says why',
    async (id, _how, code) => {
      const { entries, changed_at, as_of } = wasBefore(id) ?? {}
      const isHeld = code === 'changed_too_much'
      expect(await feed(id)).toMatchObject({
        ...{ condition: 'fresh', entries, changed_at, as_of },
        error: { code, message: expect.stringMatching(/\.$/) },
        failures: isHeld ? 0 : 1,
        held_since: isHeld ? expect.any(String) : null,
      })
      expect(Number(entries)).toBeGreaterThan(0)
    },
  )

  it('says the same on the command line, to people and to programs', async () => {
    const rows = (await status()).split('\n')
    for (const [id, [, , code]] of Object.entries(wrongs)) {
      expect(rows.find((row) => row.startsWith(`${id} `))).toContain(` ${code}: `)
    }
    const data = JSON.parse(await status('ivpn', '--json'))
    expect(data.feeds).toMatchObject([
      { id: 'ivpn', condition: 'fresh', failures: 1, problem: { code: 'http_status' } },
    ])
  })

  it('takes "not modified" for news, and does not wait for whom it asks in vain', async () => {
    const unchanged = await feed(UNCHANGED)
    expect(unchanged).toMatchObject({
      condition: 'fresh',
      error: null,
      changed_at: wasBefore(UNCHANGED)?.['changed_at'],
    })
    expect(Date.parse(String(unchanged?.['as_of']))).toBeGreaterThan(
      Date.parse(String(wasBefore(UNCHANGED)?.['as_of'])),
    )
    const { entries, as_of } = wasBefore(SLOW) ?? {}
    expect(await feed(SLOW)).toMatchObject({ condition: 'fresh', error: null, entries, as_of })
    expect(source.requests.filter(({ url }) => url === `/${SLOW}`)).toHaveLength(2)
  })

  it('goes on finding what the last good list names', async () => {
    const session = await (await fetch(`${tracio.url}/api/session?k=${tracio.publicKey}`)).json()
    const answer = await fetch(`${tracio.url}/api/identify`, {
      method: 'POST',
      // What the server answers a session with.
      body: seal(session as SessionAnswer, aPayload()),
      headers: { 'user-agent': CHROME_USER_AGENT, 'x-forwarded-for': LISTED },
    })
    const { requestId } = Object(await answer.json())
    const { body } = await tracio.api(`/api/v1/events/${requestId}`)
    expect(Object(body['products']).vpn).toMatchObject({
      status: 'detected',
      evidence: [{ reason: 'vpn_server_listed', observed: expect.stringContaining('ivpn lists the address as IVPN') }],
    })
  })

  it('takes the next good answer, and forgets the trouble', async () => {
    answers.set('ivpn', serveText(listOf('ivpn', [LISTED, '93.184.216.35']), { etag: '"next"' }))
    makeDue(tracio, 'ivpn')
    await expect
      .poll(() => feed('ivpn'), EXPECTED_SOON)
      .toMatchObject({ error: null, failures: 0, entries: Number(wasBefore('ivpn')?.['entries']) + 1 })
  })
})
