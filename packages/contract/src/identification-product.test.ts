import { expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../test/an-event.ts'
import { identificationProduct } from './identification-product.ts'
import { ipLocation } from './ip-location.ts'

it('holds all that is known of the visit, with times in RFC 3339', () => {
  expect(identificationProduct(anEvent)).toEqual({
    status: 'detected',
    evidence: [],
    data: {
      result: true,
      requestId: '1795219200_abcdef012345',
      visitorId: 'adaAdaAdaAdaAda0',
      visitorFound: true,
      confidence: { score: 0.97 },
      ambiguous: false,
      lookAlikes: 1,
      timestamp: '2026-11-21T00:00:00.123Z',
      phase: 'primary',
      revision: 1,
      firstSeenAt: '2026-11-20T00:00:00.000Z',
      lastSeenAt: '2026-11-20T23:00:00.000Z',
      deviceHash: '11111111111111111111111111111111',
      linkedId: 'order-7',
      linkedIdType: 'opaque',
      linkedIdSigned: true,
      fields: { plan: 'pro' },
      fieldsRejected: 2,
      gpc: false,
      tag: 'login',
      url: 'https://shop.example/login',
      ip: '192.0.2.1',
      ipLocation: ipLocation(anEvent),
      userAgent: 'a browser',
      browser: { name: 'Chrome', version: '156.0' },
      os: { name: 'Linux', version: '' },
      device: 'desktop',
      environment: 'live',
      sealed: true,
      replayed: false,
      session: 'fresh',
      cookie: 'known',
      explanation: [{ reason: 'cookie_known', observed: '1 visit before' }],
    },
  })
})

it('is clear for somebody new, who has not been seen before', () => {
  const somebodyNew = { kind: 'new', found: false, firstSeenAt: null, lastSeenAt: null } as const
  const event = { ...anEvent, identification: { ...anEvent.identification, ...somebodyNew } }
  expect(identificationProduct(event)).toMatchObject({
    status: 'clear',
    data: { result: false, firstSeenAt: null, lastSeenAt: null },
  })
})

it('is unknown, for want of a fresh session, when nobody was identified', () => {
  expect(identificationProduct(anEventOfNobody)).toMatchObject({
    status: 'unknown',
    missing: ['freshSession'],
    data: { result: false, visitorId: null, session: 'expired', replayed: false },
  })
})

it('says of a replay that it is one, also when it was recognised', () => {
  expect(identificationProduct({ ...anEvent, session: 'replayed' })).toMatchObject({
    status: 'detected',
    data: { replayed: true, session: 'replayed' },
  })
})
