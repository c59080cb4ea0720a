import { listKinds } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { feedTable } from './feed-table.ts'
import { licences } from './licences.ts'

const rows = feedTable.map((feed) => [feed.id, feed] as const)

it('has every id once', () => {
  const ids = feedTable.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(rows)('%s', (_id, feed) => {
  it('has an id and addresses of the right form', () => {
    expect(feed.id).toMatch(/^[a-z][a-z0-9_]{0,63}$/)
    for (const url of feed.urls) expect(new URL(url).protocol).toBe('https:')
  })

  it('accuses of something exactly when it is a list of threats', () => {
    expect(feed.threat !== undefined).toBe(feed.kind === 'threat')
  })

  it('is asked before it is too old, and not more often than the source likes', () => {
    expect(feed.maxAgeMs).toBeGreaterThanOrEqual(2 * feed.periodMs)
    expect(feed.minIntervalMs).toBeLessThanOrEqual(feed.periodMs)
  })

  it('has bounds that leave room', () => {
    const [min, max] = feed.gates.entries
    expect(max).toBeGreaterThan(min)
    expect(feed.gates.addresses?.[1] ?? 2).toBeGreaterThan(feed.gates.addresses?.[0] ?? 1)
  })

  it('stays off until somebody has read its terms', () => {
    if (feed.licence === 'unclear' || feed.licence.includes('-NC-')) expect(feed.enabledByDefault).toBe(false)
    expect(licences[feed.licence]).toMatch(/\.$/)
  })

  it('gives way only to feeds that there are', () => {
    expect(feedTable.map(({ id }) => id)).toEqual(expect.arrayContaining([...(feed.except ?? [])]))
  })
})

it.each(['tor', 'relay', 'vpn', 'proxy', 'datacenter', 'threat'])(
  'can clear both versions of %s by default',
  (kind) => {
    expect(listKinds).toContain(kind)
    const clearing = feedTable.filter((feed) => feed.kind === kind && feed.enabledByDefault)
    expect([...new Set(clearing.flatMap(({ clears }) => clears))].sort()).toEqual([4, 6])
  },
)
