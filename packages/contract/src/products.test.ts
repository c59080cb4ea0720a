import { describe, expect, it } from 'vitest'
import { anEvent, anEventOfNobody, markersUnread, webdriverFound } from '../test/an-event.ts'
import type { BotVerdict, TracioEvent } from './event.ts'
import type { Finding } from './finding.ts'
import { toProducts } from './products.ts'

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
