import { describe, expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../test/an-event.ts'
import type { TracioEvent } from './event.ts'
import type { Finding } from './finding.ts'
import { ownVelocity, velocityProduct } from './velocity-product.ts'

const judged = (finding: Finding): TracioEvent => ({ ...anEvent, findings: [finding] })
const velocityFinding = { detector: 'velocity', category: 'behaviour' } as const

it('has the shape that the vendor’s customers read', () => {
  const { data } = velocityProduct(anEvent)
  expect(data.distinctIp).toEqual({ intervals: { '5m': 1, '1h': 2, '24h': 4 } })
  expect(data.events.intervals['24h']).toBe(47)
})

it('is detected with the evidence of its detector, and names what is suspicious', () => {
  const evidence = [{ reason: 'distinct_ip_in_hour', observed: '3', expected: 'fewer than 3' }] as const
  expect(velocityProduct(judged({ ...velocityFinding, outcome: 'detected', strength: 0.5, evidence }))).toMatchObject({
    status: 'detected',
    evidence,
  })
})

it('is clear when its detector is', () => {
  const product = velocityProduct(judged({ ...velocityFinding, outcome: 'clear' }))
  expect(product).toMatchObject({ status: 'clear', evidence: [], data: { result: false, suspicious: [] } })
  expect(product).not.toHaveProperty('missing')
})

it('is unknown with what was missing', () => {
  const missing = ['events.24h']
  expect(velocityProduct(judged({ ...velocityFinding, outcome: 'unknown', missing }))).toMatchObject({
    status: 'unknown',
    missing,
  })
})

it('is unknown, every count null, for an event from before there were counters', () => {
  const { status, missing, data } = velocityProduct(anEventOfNobody)
  expect([status, missing]).toEqual(['unknown', ['velocity']])
  expect(data.events).toEqual({ intervals: { '5m': null, '1h': null, '24h': null }, unknown: 'not_counted' })
})

it('shows the operator’s own metrics beside the built-in ones', () => {
  expect(velocityProduct(anEvent).data).toMatchObject({ distinctTagByLinkedId: { intervals: { '2h': 2 } } })
})

describe('a browser sees', () => {
  const suspicious = [{ code: 'events_in_hour', metric: 'events', interval: '1h', count: 50, threshold: 50 }]
  const own = ownVelocity(velocityProduct({ ...anEvent, velocity: { ...anEvent.velocity, suspicious } }))

  it('its own counts, and whether they are suspicious', () => {
    expect(own.data).toMatchObject({ result: true, events: { intervals: { '24h': 47 } } })
  })

  it('neither the counts of its address and account, nor thresholds', () => {
    expect(own.data.ipEvents).toEqual({ intervals: { '5m': null, '1h': null, '24h': null }, unknown: 'not_shown' })
    expect(own.data.distinctVisitorIdByLinkedId.unknown).toBe('not_shown')
    expect(own.data).not.toHaveProperty('distinctTagByLinkedId')
    expect(own.data.suspicious).toEqual([])
  })
})
