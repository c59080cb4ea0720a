import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('counts what it is told', async () => {
  const metrics = createMetrics()
  metrics.identified('stored')
  metrics.identified('refused', 'payload_malformed')
  metrics.answered('GET', '/api/v1/events/:requestId', 404, 3)
  metrics.step('open', 0.2)
  metrics.committed(5, 3)
  metrics.sessionIssued()
  metrics.limited('address')
  metrics.overloaded('pending')
  metrics.connectionDropped()
  const text = await metrics.text()
  for (const line of [
    'tracio_events_total{outcome="stored",code=""} 1',
    'tracio_events_total{outcome="refused",code="payload_malformed"} 1',
    'tracio_http_requests_total{method="GET",route="/api/v1/events/:requestId",status="404"} 1',
    'tracio_http_request_seconds_bucket{le="0.005",method="GET",route="/api/v1/events/:requestId"} 1',
    'tracio_step_seconds_bucket{le="0.00025",step="open"} 1',
    'tracio_commit_seconds_sum 0.005',
    'tracio_commit_size_sum 3',
    'tracio_sessions_total 1',
    'tracio_rate_limited_total{by="address"} 1',
    'tracio_overloaded_total{by="pending"} 1',
    'tracio_connections_dropped_total 1',
  ]) {
    expect(text).toContain(line)
  }
})

it('has room for any method and any path without a label for each', async () => {
  const metrics = createMetrics()
  for (let n = 0; n < 50; n++) metrics.answered(`BREW${n}`, undefined, 404, 1)
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('tracio_http_requests_total{'))
  expect(lines).toEqual(['tracio_http_requests_total{method="other",route="none",status="404"} 50'])
})

it('keeps two servers of one process apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.sessionIssued()
  expect(await other.text()).toContain('tracio_sessions_total 0')
})

it('costs an event a few microseconds', () => {
  const metrics = createMetrics()
  const event = (): void => {
    for (const step of ['open', 'observe', 'evaluate', 'append', 'answer'] as const) metrics.step(step, 0.1)
    metrics.identified('stored')
    metrics.answered('POST', '/api/identify', 200, 1)
    metrics.committed(1, 1)
  }
  const rounds = 20_000
  for (let n = 0; n < rounds; n++) event()
  const startedAt = performance.now()
  for (let n = 0; n < rounds; n++) event()
  // Some 5 on an idle machine (November 2026); the bar leaves room for a busy one.
  expect(((performance.now() - startedAt) * 1000) / rounds).toBeLessThan(100)
})
