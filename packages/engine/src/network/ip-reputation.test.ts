import type { EpochMs, ListHit, ThreatKind } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { NOW } from '../../test/visit.ts'
import { addressStanding } from './address-standing.ts'
import { ipReputation } from './ip-reputation.ts'

const threat = (kind: ThreatKind, part: Partial<ListHit> = {}) =>
  listed('threat', { threat: kind, exact: true, ...part })
const reputation = (ip = anAddress()) => ipReputation(ip, addressStanding(ip), NOW)
const scoreOf = (...hits: readonly ListHit[]) => reputation(anAddress({ hits })).score
const daysAgo = (days: number) => (NOW - days * 86_400_000) as EpochMs

it.each<[string, readonly ListHit[], number]>([
  ['nothing', [], 0],
  ['spam', [threat('emailSpam')], 35],
  ['attacks', [threat('attackSource')], 45],
  ['tried passwords', [threat('credentialStuffing')], 55],
  ['malware', [threat('malware')], 60],
  ['attacks that one source counts', [threat('attackSource', { count: 1 })], 23],
  ['attacks that three sources count', [threat('attackSource', { count: 3 })], 55],
  ['attacks that a hundred sources count', [threat('attackSource', { count: 100 })], 65],
  ['attacks known a week ago', [threat('attackSource', { asOf: daysAgo(7) })], 45],
  ['attacks known longer ago', [threat('attackSource', { asOf: daysAgo(8) })], 23],
  ['two lists', [threat('emailSpam'), threat('malware')], 70],
  ['two lists, one of them old', [threat('emailSpam', { asOf: daysAgo(30) }), threat('malware')], 65],
  ['everybody', Array.from({ length: 9 }, () => threat('malware', { count: 9 })), 100],
  ['the operator', [listed('block')], 100],
])('gives for %s %#', (_name, hits, score) => {
  expect(scoreOf(...hits)).toBe(score)
})

it('explains the score by its sources, the worst first', () => {
  expect(
    reputation(anAddress({ hits: [threat('emailSpam', { feed: 'spam' }), threat('malware', { feed: 'c2' })] })),
  ).toEqual({
    status: 'detected',
    result: true,
    score: 70,
    sources: [
      { feed: 'c2', threat: 'malware', count: null, asOf: daysAgo(1), points: 60 },
      { feed: 'spam', threat: 'emailSpam', count: null, asOf: daysAgo(1), points: 10 },
    ],
  })
})

it('accuses nobody for hiding', () => {
  expect(scoreOf(listed('vpn'), listed('proxy'), listed('datacenter'))).toBe(0)
  expect(reputation(inNetwork('vpn')).score).toBe(0)
})

it.each(['tor', 'relay', 'office'] as const)('does not count accusations against what many share: %s', (kind) => {
  expect(reputation(anAddress({ hits: [listed(kind), threat('attackSource', { count: 9 })] }))).toEqual({
    status: 'clear',
    result: false,
    score: 0,
    sources: [],
  })
})

it('is unknown where nobody looked, where lists cannot tell, and where the address is of no network', () => {
  const unknown = { status: 'unknown', result: false, score: null, sources: [] }
  expect(ipReputation(undefined, undefined, NOW)).toEqual(unknown)
  expect(reputation(anAddress({ gaps: { threat: 'feed_never_fetched' } }))).toEqual(unknown)
  expect(reputation(anAddress({ scope: 'private' }))).toEqual(unknown)
})
