import type { VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import type { VelocityFacts } from './velocity-facts.ts'
import { velocityMetricsOf } from './velocity-metrics.ts'

const three = (count: number | null) => ({ intervals: { '5m': count, '1h': count, '24h': count } })
const capped = { intervals: { '5m': 1, '1h': 2, '24h': null }, unknown: 'capped', atLeast: { '24h': 9 } } as const
const ada = 'ada' as VisitorId
const facts: VelocityFacts = {
  windows: { distinctTagByVisitorId: ['2h'] },
  others: { ipEvents: [9, 9, 9] },
  newcomer: { events: [1, 1, 1], distinctTagByVisitorId: 'session_not_trusted' },
  visitors: [{ visitorId: ada, metrics: { events: capped, distinctTagByVisitorId: [4] } }],
}

it('gives a known visitor what was counted for it, beside what holds for everybody', () => {
  expect(velocityMetricsOf(facts, { kind: 'cookie', visitorId: ada })).toEqual({
    events: capped,
    distinctTagByVisitorId: { intervals: { '2h': 4 } },
    ipEvents: three(9),
  })
})

it.each([
  ['somebody new', { kind: 'new', visitorId: 'eve' as VisitorId }],
  ['nobody', { kind: 'none', visitorId: null }],
] as const)('gives %s what was counted for newcomers', (_name, who) => {
  expect(velocityMetricsOf(facts, who)).toEqual({
    events: three(1),
    distinctTagByVisitorId: { intervals: { '2h': null }, unknown: 'session_not_trusted' },
    ipEvents: three(9),
  })
})

it('claims nothing of a visitor whom nobody counted for', () => {
  expect(velocityMetricsOf(facts, { kind: 'frozen', visitorId: 'bob' as VisitorId })).toEqual({
    events: { ...three(null), unknown: 'not_counted' },
    distinctTagByVisitorId: { intervals: { '2h': null }, unknown: 'session_not_trusted' },
    ipEvents: three(9),
  })
})
