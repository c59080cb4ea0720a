import { expect, it } from 'vitest'
import { knownCount, velocitySuspicions } from './velocity-suspicions.ts'

const capped = { intervals: { '1h': null, '24h': null }, unknown: 'capped', atLeast: { '1h': 49, '24h': 200 } } as const

it('names what crossed a threshold, and how far', () => {
  expect(velocitySuspicions({ windows: {}, metrics: { distinctIp: [9, 3, 7] } })).toEqual([
    { code: 'distinct_ip_in_hour', metric: 'distinctIp', interval: '1h', count: 3, threshold: 3 },
  ])
})

it('knows that a threshold is crossed also when only the least is known', () => {
  expect(velocitySuspicions({ windows: {}, metrics: { events: capped } })).toEqual([
    { code: 'events_in_day', metric: 'events', interval: '24h', count: null, threshold: 200 },
  ])
})

it('suspects nothing of what nobody counted', () => {
  expect(velocitySuspicions({ windows: {}, metrics: {} })).toEqual([])
  expect(knownCount({ windows: {}, metrics: {} }, { metric: 'events', interval: '1h' })).toEqual({
    count: null,
    atLeast: 0,
  })
})

it('finds a window where the operator has added others before it', () => {
  const observed = { windows: { events: ['5m', '10m', '1h', '24h'] }, metrics: { events: [1, 2, 3, 4] } }
  expect(knownCount(observed, { metric: 'events', interval: '1h' })).toEqual({ count: 3, atLeast: 3 })
  expect(knownCount(observed, { metric: 'events', interval: '2h' })).toEqual({ count: null, atLeast: 0 })
})

it('knows no count of a metric that says why there is none', () => {
  const observed = { windows: {}, metrics: { events: 'session_not_trusted' } } as const
  expect(knownCount(observed, { metric: 'events', interval: '1h' })).toEqual({ count: null, atLeast: 0 })
})
