import { expect, it } from 'vitest'
import { anEvent, webdriverFound } from '../../contract/test/an-event.ts'
import { explain, explainObservations } from './explain.ts'

it('puts a sentence beside every reason that the engine knows, and none beside others', () => {
  const known = { detector: 'webdriver_flag', category: 'bot', outcome: 'detected', strength: 0.9 } as const
  const { identification, findings } = explain({
    ...anEvent,
    findings: [{ ...known, evidence: [{ reason: 'webdriver_declared', observed: 'true', expected: 'false' }] }],
  })
  expect(identification.steps).toEqual([
    { reason: 'cookie_known', sentence: expect.stringMatching(/^[A-Z].*\.$/), observed: '1 visit before' },
  ])
  expect(findings[0]?.evidence[0]).toMatchObject({ sentence: expect.stringMatching(/^[A-Z].*\.$/) })
  expect(explain(anEvent).findings[0]?.evidence[0]).toMatchObject({ reason: 'webdriver_true', sentence: null })
})

it('tells the three outcomes apart: strength and evidence, nothing, what was missing', () => {
  const unknown = { detector: 'x', category: 'bot', outcome: 'unknown', missing: ['canvas'] } as const
  const clear = { detector: 'y', category: 'ip', outcome: 'clear' } as const
  expect(explain({ ...anEvent, findings: [webdriverFound, unknown, clear] }).findings).toMatchObject([
    { outcome: 'detected', strength: 0.9, evidence: [{ observed: 'true', expected: 'false' }], missing: [] },
    { outcome: 'unknown', strength: null, evidence: [], missing: ['canvas'] },
    { outcome: 'clear', strength: null, evidence: [], missing: [] },
  ])
})

it('lists parts that add up to the score, and the band that decided', () => {
  const { score, decision } = explain(anEvent)
  expect(score.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score.risk_score)
  expect(score.parts[1]).toEqual({ kind: 'rounding', category: null, cause: 'integer', points: -0.4 })
  expect(decision.band).toEqual({ from: 61, to: 80 })
})

it('shows of the observations the headers and how many candidates there were, never who', () => {
  const visitor = { visitorId: 'secretvisitor', revision: 1, firstSeenAt: 0, lastSeenAt: 0, visits: 1 }
  const stored = JSON.stringify({
    request: { headers: { accept: '*/*' }, sealed: true, session: 'fresh', cookie: 'known', ip: '192.0.2.1' },
    candidates: { cookie: { ...visitor, disputed: true }, frozen: [visitor, visitor] },
  })
  expect(explainObservations(stored)).toEqual({
    headers: { accept: '*/*' },
    proxy_headers: null,
    sealed: true,
    session: 'fresh',
    cookie: 'known',
    candidates: { by_cookie: 1, cookie_disputed: true, by_device: 2 },
  })
  expect(explainObservations(undefined)).toBeNull()
})
