import type { VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import type { VelocityFacts } from './velocity-facts.ts'
import { velocityMetricsOf } from './velocity-metrics.ts'

const count = (value: number) => ({ intervals: { '1h': value } })
const ada = 'ada' as VisitorId
const facts: VelocityFacts = {
  others: { ipEvents: count(9) },
  newcomer: { events: count(1), distinctTagByVisitorId: { intervals: { '2h': null }, unknown: 'session_not_trusted' } },
  visitors: [{ visitorId: ada, metrics: { events: count(4) } }],
}

it('gives a known visitor what was counted for it, beside what holds for everybody', () => {
  expect(velocityMetricsOf(facts, { kind: 'cookie', visitorId: ada })).toEqual({ events: count(4), ipEvents: count(9) })
})

it.each([
  ['somebody new', { kind: 'new', visitorId: 'eve' as VisitorId }],
  ['nobody', { kind: 'none', visitorId: null }],
] as const)('gives %s what was counted for newcomers', (_name, who) => {
  expect(velocityMetricsOf(facts, who)).toEqual({ ...facts.newcomer, ipEvents: count(9) })
})

it('claims nothing of a visitor whom nobody counted for', () => {
  expect(velocityMetricsOf(facts, { kind: 'frozen', visitorId: 'bob' as VisitorId })).toEqual({
    events: { intervals: { '1h': null }, unknown: 'not_counted' },
    distinctTagByVisitorId: { intervals: { '2h': null }, unknown: 'session_not_trusted' },
    ipEvents: count(9),
  })
})
