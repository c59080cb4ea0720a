import type { VelocityMetric } from '@tracio/contract'
import { expect, it } from 'vitest'
import { testDetector } from '../../test/detector-tester.ts'
import { velocity } from './velocity.ts'

const metric = (hour: number | null, day: number | null): VelocityMetric => ({
  intervals: { '5m': 1, '1h': hour, '24h': day },
})
const noCountry: VelocityMetric = { ...metric(null, null), unknown: 'no_country' }

interface Counts {
  readonly events?: VelocityMetric
  readonly ips?: VelocityMetric
  readonly countries?: VelocityMetric
  readonly others?: Readonly<Record<string, VelocityMetric>>
}

/** Counts of somebody on a first visit, but for those that are named. */
const counted = ({ events = metric(1, 1), ips = metric(1, 1), countries = metric(1, 1), others = {} }: Counts) => ({
  velocity: { windows: {}, metrics: { events, distinctIp: ips, distinctCountry: countries, ...others } },
})

testDetector(velocity, {
  clear: [
    ['a first visit', counted({})],
    ['a first visit from an address of which no country is known', counted({ countries: noCountry })],
    ['somebody who shops all evening, one visit short of the limits', counted({ events: metric(49, 199) })],
    ['a phone that left the house', counted({ ips: metric(2, 2) })],
    ['a commuter with many cells in a day', counted({ ips: metric(2, 7) })],
    ['a traveller who lands in another country after hours', counted({ countries: metric(1, 2) })],
    [
      'an office behind one address',
      counted({ others: { ipEvents: metric(900, 9000), distinctVisitorIdByIp: metric(300, 400) } }),
    ],
    [
      'a family that shares an account',
      counted({ others: { distinctVisitorIdByLinkedId: metric(5, 9), distinctIpByLinkedId: metric(4, 9) } }),
    ],
    ['somebody who signs out and in again', counted({ others: { distinctLinkedId: metric(2, 3) } })],
  ],
  detected: [
    ['somebody who changes proxies', counted({ ips: metric(3, 3) }), ['distinct_ip_in_hour']],
    ['somebody who changes proxies slowly', counted({ ips: metric(1, 8) }), ['distinct_ip_in_day']],
    ['two countries within an hour', counted({ countries: metric(2, 2) }), ['distinct_country_in_hour']],
    ['a script that reloads', counted({ events: metric(50, 50) }), ['events_in_hour']],
    ['a script that reloads slowly', counted({ events: metric(20, 200) }), ['events_in_day']],
    [
      'somebody with all of it',
      counted({ ips: metric(9, 9), countries: metric(4, 4), events: metric(500, 500) }),
      ['distinct_ip_in_hour', 'distinct_ip_in_day', 'distinct_country_in_hour', 'events_in_hour', 'events_in_day'],
    ],
    [
      'more than can be counted, which is too much in any case',
      counted({ events: { ...metric(3, null), unknown: 'capped', atLeast: { '24h': 20_000 } } }),
      ['events_in_day'],
    ],
  ],
})

it('says how sure it is of the number', () => {
  const capped = { ...metric(3, null), unknown: 'capped', atLeast: { '24h': 20_000 } } as const
  expect(velocity.detect(counted({ events: capped }))).toMatchObject({
    evidence: [{ observed: 'at least 20000 in 24h', expected: 'fewer than 200 in 24h' }],
  })
  expect(velocity.detect(counted({ events: metric(50, 50) }))).toMatchObject({
    evidence: [{ observed: '50 in 1h' }],
  })
})

it('cannot tell while a count that it needs is not known, and names it', () => {
  const readingBack = { ...metric(2, null), unknown: 'reading_back', atLeast: { '24h': 7 } } as const
  expect(velocity.detect(counted({ events: readingBack, ips: metric(null, 1) }))).toEqual({
    outcome: 'unknown',
    missing: ['distinctIp.1h', 'events.24h'],
  })
})
