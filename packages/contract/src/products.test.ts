import { describe, expect, it } from 'vitest'
import { anEvent, anEventOfNobody, markersUnread, webdriverFound } from '../test/an-event.ts'
import type { BotVerdict, TracioEvent } from './event.ts'
import type { Finding } from './finding.ts'
import { toProducts, toRfc3339 } from './products.ts'

const judged = (result: BotVerdict['result'], ...findings: readonly Finding[]): TracioEvent => ({
  ...anEvent,
  bot: { ...anEvent.bot, result },
  findings,
})
const unread = (detector: string, missing: string): Finding => ({
  detector,
  category: 'bot',
  outcome: 'unknown',
  missing: [missing],
})
const botd = (event: TracioEvent) => toProducts(event).products.botd

it('names the event and the visitor beside the products', () => {
  expect(toProducts(anEvent)).toMatchObject({ requestId: '1795219200_abcdef012345', visitorId: 'adaAdaAdaAdaAda0' })
})

describe('identification', () => {
  const identification = (event: TracioEvent) => toProducts(event).products.identification

  it('holds all that is known of the visit, with times in RFC 3339', () => {
    expect(identification(anEvent)).toEqual({
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
        tag: 'login',
        url: 'https://shop.example/login',
        ip: '192.0.2.1',
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
    expect(identification(event)).toMatchObject({
      status: 'clear',
      data: { result: false, firstSeenAt: null, lastSeenAt: null },
    })
  })

  it('is unknown, for want of a fresh session, when nobody was identified', () => {
    expect(identification(anEventOfNobody)).toMatchObject({
      status: 'unknown',
      missing: ['freshSession'],
      data: { result: false, visitorId: null, session: 'expired', replayed: false },
    })
  })

  it('says of a replay that it is one, also when it was recognised', () => {
    expect(identification({ ...anEvent, session: 'replayed' })).toMatchObject({
      status: 'detected',
      data: { replayed: true, session: 'replayed' },
    })
  })
})

describe('botd', () => {
  it.each<[string, TracioEvent, ReturnType<typeof botd>]>([
    [
      'is detected for a bot, with the evidence of the detectors of bots alone',
      anEvent,
      {
        status: 'detected',
        evidence: [{ reason: 'webdriver_true', observed: 'true', expected: 'false' }],
        data: { result: true, bot: { result: 'bad', type: 'webdriver', score: 0.9 }, verdict: 'bot' },
      },
    ],
    [
      'is clear for a human, whatever could not be read',
      { ...anEventOfNobody, findings: [...anEventOfNobody.findings, markersUnread] },
      {
        status: 'clear',
        evidence: [],
        data: { result: false, bot: { result: 'notDetected', type: '', score: 0 }, verdict: 'human' },
      },
    ],
    [
      'is unknown when uncertain, and names once each what was missing',
      judged('uncertain', markersUnread, unread('engine_mismatch', 'claimedDevice')),
      {
        status: 'unknown',
        evidence: [],
        missing: ['headlessMarkers', 'claimedDevice'],
        data: { result: false, bot: { result: 'notDetected', type: 'webdriver', score: 0.9 }, verdict: 'uncertain' },
      },
    ],
    [
      'is unknown when uncertain, and still shows what it has seen',
      judged('uncertain', webdriverFound),
      {
        status: 'unknown',
        evidence: [{ reason: 'webdriver_true', observed: 'true', expected: 'false' }],
        missing: [],
        data: { result: false, bot: { result: 'notDetected', type: 'webdriver', score: 0.9 }, verdict: 'uncertain' },
      },
    ],
  ])('%s', (_name, event, expected) => {
    expect(botd(event)).toEqual(expected)
  })

  it('misses nothing that detectors of other things could not read', () => {
    const elsewhere = unread('screen_size', 'screen')
    expect(botd(judged('uncertain', elsewhere, markersUnread)).missing).toEqual(['headlessMarkers', 'claimedDevice'])
  })
})

describe('suspectScore', () => {
  const suspectScore = (riskScore: number) =>
    toProducts({ ...anEvent, score: { ...anEvent.score, riskScore } }).products.suspectScore

  it.each([
    [0, 'clear'],
    [1, 'detected'],
    [100, 'detected'],
  ])('with %i points is %s', (points, status) => {
    expect(suspectScore(points).status).toBe(status)
  })

  it('holds the final integer, the exact score, its parts and the decision', () => {
    expect(toProducts(anEvent).products.suspectScore.data).toEqual({
      result: 61,
      suspectScore: 61.4,
      riskLevel: 'high',
      action: 'review',
      monitor: true,
      parts: anEvent.score.parts,
    })
  })
})

/** The three products that customers' code reads most, read as that code reads them. */
describe('an integration written for the vendor', () => {
  const steer = (event: TracioEvent): string => {
    const { botd, suspectScore } = toProducts(event).products
    if (botd.data.bot.result === 'bad') return 'block'
    return suspectScore.data.result > 60 ? 'second factor' : 'allow'
  }
  const isNewDevice = (event: TracioEvent, known: readonly string[]): boolean =>
    !known.includes(toProducts(event).products.identification.data.visitorId ?? '')

  it.each<[string, TracioEvent, string]>([
    ['blocks bots', anEvent, 'block'],
    ['asks those with a high score for more', judged('human'), 'second factor'],
    ['asks no more when it cannot be told and the score is low', { ...anEventOfNobody, ...uncertain() }, 'allow'],
    ['lets everybody else in', anEventOfNobody, 'allow'],
  ])('%s', (_name, event, outcome) => {
    expect(steer(event)).toBe(outcome)
  })

  it('knows a device by its visitor id', () => {
    expect(isNewDevice(anEvent, ['adaAdaAdaAdaAda0'])).toBe(false)
    expect(isNewDevice(anEvent, ['somebodyElse0000'])).toBe(true)
  })
})

function uncertain(): Pick<TracioEvent, 'bot' | 'findings'> {
  return { bot: { result: 'uncertain', type: '', score: 0.2 }, findings: [markersUnread] }
}

it.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [1_709_164_800_001, '2024-02-29T00:00:00.001Z'],
  [1_795_219_200_123, '2026-11-21T00:00:00.123Z'],
])('writes %i as %s', (at, text) => {
  expect(toRfc3339(at)).toBe(text)
})
