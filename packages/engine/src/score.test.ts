import type { BotVerdict, Category, Finding, Identification, NetworkVerdict } from '@tracio/contract'
import { unlookedNetwork } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { chromeOnWindows } from '../test/people.ts'
import { visit } from '../test/visit.ts'
import { evaluate } from './evaluate.ts'
import { categoryCaps, score } from './score.ts'

const evidence = [{ reason: 'any', observed: 'this', expected: 'that' }] as const
const found = (category: Category, strength: number, detector = `${category}_detector`): Finding => ({
  detector,
  category,
  outcome: 'detected',
  strength,
  evidence,
})
const human: BotVerdict = { result: 'human', type: '', score: 0.02 }
const someBot: BotVerdict = { result: 'bot', type: 'headless', score: 1 }
const newcomer = evaluate(visit(chromeOnWindows)).event.identification
const regular: Identification = { ...newcomer, kind: 'cookie', found: true }
const scored = (findings: readonly Finding[], bot = human, identification = regular, network = unlookedNetwork) =>
  score({ findings, bot, network, identification })

describe('contributions', () => {
  it('are none for a regular of whom nothing is found', () => {
    const unknown: Finding = { detector: 'x', category: 'bot', outcome: 'unknown', missing: ['webdriver'] }
    expect(scored([unknown])).toEqual({ suspectScore: 0, riskScore: 0, parts: [] })
  })
  it('count a category once, by its strongest detector', () => {
    expect(scored([found('device', 0.2, 'weak'), found('device', 0.8, 'strong')])).toEqual({
      suspectScore: 12,
      riskScore: 12,
      parts: [{ kind: 'contribution', category: 'device', cause: 'strong', points: 12 }],
    })
  })
  it('are capped so that all of them together give 100', () => {
    const everything = (Object.keys(categoryCaps) as Category[]).map((category) => found(category, 1))
    expect(scored(everything)).toMatchObject({ suspectScore: 100, riskScore: 100 })
  })
  it('are left out where they round to nothing', () => {
    expect(scored([found('privacy', 0.01)]).parts).toEqual([])
  })
})

describe('floors', () => {
  it('lift a first visit to low', () => {
    expect(scored([], human, newcomer)).toEqual({
      suspectScore: 0,
      riskScore: 11,
      parts: [{ kind: 'floor', cause: 'first_visit', points: 11 }],
    })
  })
  it('leave alone who was not identified at all', () => {
    expect(scored([], human, { ...newcomer, kind: 'none' }).riskScore).toBe(0)
  })
  it('lift a bot to critical, and list one floor: the highest', () => {
    expect(scored([found('bot', 1)], someBot, newcomer).parts).toEqual([
      { kind: 'contribution', category: 'bot', cause: 'bot_detector', points: 25 },
      { kind: 'floor', cause: 'bot', points: 56 },
    ])
  })
  it('take tampering for significant above 0.5, and not at it', () => {
    expect(scored([found('tampering', 0.5)]).riskScore).toBe(10)
    expect(scored([found('tampering', 0.51)])).toMatchObject({ suspectScore: 10.25, riskScore: 31 })
  })
  it('lift unusual velocity to medium, whatever its points', () => {
    expect(scored([found('behaviour', 0.5, 'velocity')], human, newcomer)).toEqual({
      suspectScore: 2.5,
      riskScore: 31,
      parts: [
        { kind: 'contribution', category: 'behaviour', cause: 'velocity', points: 2.5 },
        { kind: 'floor', cause: 'unusual_velocity', points: 28.5 },
      ],
    })
    const unseen: Finding = { detector: 'velocity', category: 'behaviour', outcome: 'unknown', missing: ['events.24h'] }
    expect(scored([unseen]).riskScore).toBe(0)
  })
  it('never lower a score', () => {
    const much = [found('ip', 1), found('tampering', 1)]
    expect(scored(much)).toMatchObject({ riskScore: 45, parts: [{ points: 25 }, { points: 20 }] })
  })
})

describe('floors of the network', () => {
  const yes = { status: 'detected', result: true } as const
  const { vpn, proxy, relay, datacenter } = unlookedNetwork
  const network = (part: Partial<NetworkVerdict>): NetworkVerdict => ({ ...unlookedNetwork, ...part })
  const risk = (part: Partial<NetworkVerdict>, ...findings: readonly Finding[]) =>
    scored(findings, human, regular, network(part)).riskScore
  const aVpn = { ...vpn, ...yes, confidence: 'medium' } as const
  const aRelay = { ...relay, ...yes, service: 'a relay' }

  it.each<[string, number, number]>([
    ['Tor to critical', risk({ tor: yes }), 81],
    ['a VPN to medium', risk({ vpn: aVpn }), 31],
    ['a certain VPN no higher', risk({ vpn: { ...aVpn, confidence: 'high' } }), 31],
    ['a VPN that only a clock hints at not at all', risk({ vpn: { ...aVpn, confidence: 'low' } }), 0],
    [
      'a relay, which is a VPN as well, to low',
      risk({ relay: aRelay, vpn: { ...aVpn, methods: { ...vpn.methods, relay: true } } }),
      11,
    ],
    ['a data centre to low', risk({ datacenter: { ...datacenter, ...yes } }), 11],
    ['a proxy alone not at all', risk({ proxy: { ...proxy, ...yes } }), 0],
    ['a proxy with a little tampering no higher', risk({ proxy: { ...proxy, ...yes } }, found('tampering', 0.5)), 10],
    ['a proxy with tampering to high', risk({ proxy: { ...proxy, ...yes } }, found('tampering', 0.51)), 61],
  ])('lift %s', (_name, riskScore, expected) => {
    expect(riskScore).toBe(expected)
  })

  it('count Tor once, though a threat list and a profile speak of it too', () => {
    const findings = [found('ip', 1, 'tor_exit'), found('ip', 0.4, 'tor_browser'), found('ip', 0.6, 'ip_blocklist')]
    expect(scored(findings, human, regular, network({ tor: yes })).parts).toEqual([
      { kind: 'contribution', category: 'ip', cause: 'tor_exit', points: 25 },
      { kind: 'floor', cause: 'tor', points: 56 },
    ])
  })
})

it('lists rounding as a part', () => {
  expect(scored([found('privacy', 0.37)])).toEqual({
    suspectScore: 3.75,
    riskScore: 4,
    parts: [
      { kind: 'contribution', category: 'privacy', cause: 'privacy_detector', points: 3.75 },
      { kind: 'rounding', cause: 'whole_points', points: 0.25 },
    ],
  })
})

/** A generator with a seed, so that a failure can be seen again (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), 1 | state)
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32
  }
}

it('is exactly the sum of its parts, forwards and backwards, for two thousand random events', () => {
  const draw = drawing(21)
  const categories = Object.keys(categoryCaps) as Category[]
  for (let i = 0; i < 2000; i++) {
    const findings = Array.from({ length: Math.floor(draw() * 12) }, () =>
      found(categories[Math.floor(draw() * categories.length)] ?? 'ip', draw()),
    )
    const { parts, riskScore, suspectScore } = scored(
      findings,
      draw() < 0.2 ? someBot : human,
      draw() < 0.5 ? newcomer : regular,
    )
    const points = parts.map((part) => part.points)
    expect(points.reduce((a, b) => a + b, 0)).toBe(riskScore)
    expect(points.reduceRight((a, b) => a + b, 0)).toBe(riskScore)
    expect(Number.isInteger(riskScore) && riskScore >= 0 && riskScore <= 100).toBe(true)
    expect(Number(suspectScore.toFixed(2))).toBe(suspectScore)
    expect(points).not.toContain(0)
  }
})
