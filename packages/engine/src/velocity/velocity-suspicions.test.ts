import { expect, it } from 'vitest'
import { knownCount, velocitySuspicions } from './velocity-suspicions.ts'

const capped = { intervals: { '1h': null, '24h': null }, unknown: 'capped', atLeast: { '1h': 49, '24h': 200 } } as const

it('names what crossed a threshold, and how far', () => {
  expect(velocitySuspicions({ distinctIp: { intervals: { '5m': 9, '1h': 3, '24h': 7 } } })).toEqual([
    { code: 'distinct_ip_in_hour', metric: 'distinctIp', interval: '1h', count: 3, threshold: 3 },
  ])
})

it('knows that a threshold is crossed also when only the least is known', () => {
  expect(velocitySuspicions({ events: capped })).toEqual([
    { code: 'events_in_day', metric: 'events', interval: '24h', count: null, threshold: 200 },
  ])
})

it('suspects nothing of what nobody counted', () => {
  expect(velocitySuspicions({})).toEqual([])
  expect(knownCount({}, { metric: 'events', interval: '1h' })).toEqual({ count: null, atLeast: 0 })
})
