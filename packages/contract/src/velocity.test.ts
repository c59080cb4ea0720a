import { expect, it } from 'vitest'
import {
  unknownMetric,
  velocityMetricNames,
  velocityMetrics,
  velocityWindows,
  wholeMetric,
  wholeMetrics,
} from './velocity.ts'

it('never renames a metric or a window', () => {
  expect(velocityMetricNames).toEqual([
    'distinctIp',
    'distinctCountry',
    'events',
    'distinctLinkedId',
    'ipEvents',
    'distinctIpByLinkedId',
    'distinctVisitorIdByLinkedId',
    'distinctVisitorIdByIp',
  ])
  expect(velocityWindows).toEqual(['5m', '1h', '24h'])
})

it('counts nothing by itself', () => {
  expect(Object.values(velocityMetrics).filter(({ count, by }) => (count as string | null) === by)).toEqual([])
})

it('says of an unknown metric why, in every window', () => {
  expect(unknownMetric(['5m', '2h'], 'no_tag')).toEqual({ intervals: { '5m': null, '2h': null }, unknown: 'no_tag' })
})

const capped = { intervals: { '5m': 1, '1h': 2, '24h': null }, unknown: 'capped', atLeast: { '24h': 9 } } as const
const observed = {
  windows: { distinctTagByIp: ['2h'] },
  metrics: { events: [1, 2, 3], ipEvents: capped, distinctTagByIp: [4], distinctCountry: 'no_country' },
} as const

it('writes out what was observed, with the windows of each metric', () => {
  expect(wholeMetrics(observed)).toEqual({
    events: { intervals: { '5m': 1, '1h': 2, '24h': 3 } },
    ipEvents: capped,
    distinctTagByIp: { intervals: { '2h': 4 } },
    distinctCountry: { intervals: { '5m': null, '1h': null, '24h': null }, unknown: 'no_country' },
  })
})

it('makes up nothing that was not observed', () => {
  expect(wholeMetric(observed, 'distinctIp')).toBeUndefined()
})
