import { describe, expect, it } from 'vitest'
import { anEvent, anEventOfNobody, markersUnread } from '../test/an-event.ts'
import { type AnswerLevel, toClientView } from './client-view.ts'
import { toProducts } from './products.ts'

const ID = ['requestId', 'visitorId']
const VERDICT = [...ID, 'confidence', 'visitorFound', 'bot']

it.each<[AnswerLevel, boolean, readonly string[]]>([
  ['id', false, ID],
  ['id', true, ID],
  ['verdict', false, VERDICT],
  ['verdict', true, [...VERDICT, 'products']],
  ['full', false, [...VERDICT, 'products', 'findings']],
  ['full', true, [...VERDICT, 'products', 'findings']],
])('shows a key of level %s, extended %s, exactly what it may see', (level, extended, fields) => {
  expect(Object.keys(toClientView(anEvent, level, extended))).toEqual(fields)
})

it('gives the verdict with the codes of everything that was detected', () => {
  expect(toClientView(anEvent, 'verdict', false)).toEqual({
    requestId: '1795219200_abcdef012345',
    visitorId: 'adaAdaAdaAdaAda0',
    confidence: 0.97,
    visitorFound: true,
    bot: {
      result: 'bot',
      type: 'webdriver',
      score: 0.9,
      reasons: ['webdriver_true', 'vpn_range_listed', 'screen_inside_out'],
    },
  })
})

it('gives no reason where nothing was detected', () => {
  expect(toClientView({ ...anEvent, findings: [markersUnread] }, 'verdict', false).bot?.reasons).toEqual([])
})

it.each<AnswerLevel>(['id', 'verdict', 'full'])('names nobody at level %s when nobody was identified', (level) => {
  expect(toClientView(anEventOfNobody, level, true).visitorId).toBeNull()
})

describe('level verdict', () => {
  const { products } = toClientView(anEvent, 'verdict', true)

  it('keeps every result of the products', () => {
    expect(products?.identification.data).toMatchObject({
      result: true,
      visitorFound: true,
      deviceHash: '11'.repeat(16),
    })
    expect(products?.botd).toMatchObject({ status: 'detected', data: { bot: { result: 'bad' } } })
    expect(products?.suspectScore).toMatchObject({ status: 'detected', data: { result: 61, action: 'review' } })
  })

  it('keeps every answer about the network', () => {
    expect(products).toMatchObject({
      vpn: { status: 'detected', data: { result: true, confidence: 'high', methods: { publicVPN: true } } },
      residentialProxy: { status: 'unknown', missing: ['feed_off'], data: { result: false } },
      ipReputation: { data: { score: 45, sources: [] } },
      ipLocation: { data: { city: { name: 'Prague' } } },
    })
  })

  it('shows each product, and none with evidence', () => {
    expect(Object.keys(products ?? {}).sort()).toEqual(Object.keys(toProducts(anEvent).products).sort())
    expect(Object.values(products ?? {}).flatMap(({ evidence }) => evidence)).toEqual([])
  })

  it('takes out what would tell a forger what to mend', () => {
    expect(products).toMatchObject({
      identification: { data: { explanation: [] } },
      botd: { evidence: [] },
      suspectScore: { data: { parts: [] } },
      velocity: { evidence: [], data: { suspicious: [], ipEvents: { unknown: 'not_shown' } } },
    })
    expect(JSON.stringify(products)).not.toMatch(/cookie_known|webdriver_true|contribution|vpn_range_listed|a-list/)
  })
})

it('hides nothing at level full', () => {
  const view = toClientView(anEvent, 'full', false)
  expect(view.products).toEqual(toProducts(anEvent).products)
  expect(view.findings).toEqual(anEvent.findings)
})
