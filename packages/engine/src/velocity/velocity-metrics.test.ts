import type { VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import type { VelocityFacts } from './velocity-facts.ts'
import { velocityMetricsOf } from './velocity-metrics.ts'

const capped = { intervals: { '5m': 1, '1h': 2, '24h': null }, unknown: 'capped', atLeast: { '24h': 9 } } as const
const ada = 'ada' as VisitorId
const facts: VelocityFacts = {
  windows: { distinctTagByVisitorId: ['2h'] },
  others: { ipEvents: [9, 9, 9] },
  newcomer: { events: [1, 1, 1], distinctTagByVisitorId: 'session_not_trusted' },
  visitors: [{ visitorId: ada, metrics: { events: capped, distinctTagByVisitorId: [4] } }],
}

const { windows } = facts

it('gives a known visitor what was counted for it, beside what holds for everybody', () => {
  expect(velocityMetricsOf(facts, { kind: 'cookie', visitorId: ada })).toEqual({
    windows,
    metrics: { events: capped, distinctTagByVisitorId: [4], ipEvents: [9, 9, 9] },
  })
})

it.each([
  ['somebody new', { kind: 'new', visitorId: 'eve' as VisitorId }],
  ['nobody', { kind: 'none', visitorId: null }],
] as const)('gives %s what was counted for newcomers', (_name, who) => {
  expect(velocityMetricsOf(facts, who)).toEqual({ windows, metrics: { ...facts.newcomer, ipEvents: [9, 9, 9] } })
})

it('claims nothing of a visitor whom nobody counted for', () => {
  expect(velocityMetricsOf(facts, { kind: 'frozen', visitorId: 'bob' as VisitorId })).toEqual({
    windows,
    metrics: { events: 'not_counted', distinctTagByVisitorId: 'session_not_trusted', ipEvents: [9, 9, 9] },
  })
})
