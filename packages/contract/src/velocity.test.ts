import { expect, it } from 'vitest'
import { unknownMetric, velocityMetricNames, velocityMetrics, velocityWindows } from './velocity.ts'

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
