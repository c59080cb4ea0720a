import { describe, expect, it } from 'vitest'
import { chromeOnWindows, firefoxOnLinux, type Person } from '../../test/people.ts'
import { cookieOwner, knownVisitor, MINTED, visit } from '../../test/visit.ts'
import type { Observations } from '../observations.ts'
import { prepare } from '../prepare.ts'
import { identify } from './identify.ts'

const ada = 'adaAdaAdaAdaAda1'
const bob = 'bobBobBobBobBob1'
const { math: _math, audio: _audio, fonts: _fonts, ...hardlyRead } = chromeOnWindows

const prepared = (observations: Observations) => prepare(observations.readings, observations.request.userAgent)
const key = prepared(visit(chromeOnWindows)).frozenKey

/** Identifies a visit and leaves the explanation as bare codes. */
function outcome(parts: Parameters<typeof visit>[1] = {}, person: Person = chromeOnWindows) {
  const observations = visit(person, parts)
  const { identification, change } = identify(observations, prepared(observations))
  return { ...identification, change, explanation: identification.explanation.map(({ reason }) => reason) }
}

const nothingChanges = { change: { kind: 'none' } }

describe('with a fresh session', () => {
  it('gives a new id to whom nobody resembles, as long as nobody does at the write', () => {
    expect(outcome()).toEqual({
      kind: 'new',
      visitorId: MINTED,
      found: false,
      confidence: 0.9,
      ambiguous: false,
      lookAlikes: 0,
      firstSeenAt: null,
      lastSeenAt: null,
      deviceHash: key,
      explanation: ['cookie_none', 'frozen_nobody', 'visitor_new'],
      change: { kind: 'create', visitorId: MINTED, expectHolders: 0, key },
    })
  })

  it('knows the owner of a cookie, and when he came', () => {
    const cookie = cookieOwner(ada, 3)
    expect(outcome({ candidates: { cookie, frozen: [knownVisitor(ada, 3)] } })).toEqual({
      kind: 'cookie',
      visitorId: ada,
      found: true,
      confidence: 0.98,
      ambiguous: false,
      lookAlikes: 0,
      firstSeenAt: cookie.firstSeenAt,
      lastSeenAt: cookie.lastSeenAt,
      deviceHash: key,
      explanation: ['cookie_known'],
      change: { kind: 'update', visitorId: ada, expectRevision: 3, via: 'cookie', key },
    })
  })

  it('believes a cookie before a likeness, and counts the likenesses', () => {
    const candidates = { cookie: cookieOwner(ada), frozen: [knownVisitor(bob), knownVisitor(ada)] }
    expect(outcome({ candidates })).toMatchObject({ kind: 'cookie', visitorId: ada, ambiguous: false, lookAlikes: 1 })
  })

  it('gives the bearer of a disputed cookie an id of his own, whoever looks like him', () => {
    const candidates = { cookie: cookieOwner(ada, 3, true), frozen: [knownVisitor(ada)] }
    expect(outcome({ candidates })).toMatchObject({
      kind: 'new',
      visitorId: MINTED,
      confidence: 0.9,
      ambiguous: false,
      lookAlikes: 1,
      explanation: ['cookie_disputed', 'visitor_new'],
      change: { kind: 'create', visitorId: MINTED, expectHolders: null, key },
    })
  })

  it('recognises without a cookie the only one who looks like that', () => {
    expect(outcome({ candidates: { frozen: [knownVisitor(ada, 2)] } })).toMatchObject({
      kind: 'frozen',
      visitorId: ada,
      found: true,
      confidence: 0.95,
      lookAlikes: 0,
      explanation: ['cookie_none', 'frozen_single'],
      change: { kind: 'update', visitorId: ada, expectRevision: 2, via: 'frozen', key },
    })
  })

  it('is less sure the less was read', () => {
    expect(outcome({ candidates: { frozen: [knownVisitor(ada)] } }, firefoxOnLinux).confidence).toBe(0.9)
  })

  it('refuses to choose among several, and says that it did', () => {
    expect(outcome({ candidates: { frozen: [knownVisitor(ada), knownVisitor(bob)] } })).toMatchObject({
      kind: 'new',
      visitorId: MINTED,
      confidence: 0.5,
      ambiguous: true,
      lookAlikes: 2,
      explanation: ['cookie_none', 'frozen_several', 'visitor_new'],
      change: { kind: 'create', visitorId: MINTED, expectHolders: null, key },
    })
  })

  it('matches nobody on too little, even if the server found somebody', () => {
    expect(outcome({ candidates: { frozen: [knownVisitor(ada)] } }, hardlyRead)).toMatchObject({
      kind: 'new',
      lookAlikes: 0,
      deviceHash: null,
      explanation: ['cookie_none', 'frozen_unread', 'visitor_new'],
      change: { kind: 'create', visitorId: MINTED, expectHolders: null, key: null },
    })
  })

  it.each([
    ['unknown', 'cookie_unknown'],
    ['known', 'cookie_unknown'],
    ['cross_site', 'cookie_cross_site'],
    ['none', 'cookie_none'],
  ] as const)('explains a cookie that is %s and led to nobody', (cookie, reason) => {
    expect(outcome({ request: { cookie } }).explanation[0]).toBe(reason)
  })
})

describe('with an expired session', () => {
  it('identifies nobody, whatever came with it', () => {
    const candidates = { cookie: cookieOwner(ada), frozen: [knownVisitor(ada)] }
    expect(outcome({ candidates, request: { session: 'expired' } })).toEqual({
      kind: 'none',
      visitorId: null,
      found: false,
      confidence: 0,
      ambiguous: false,
      lookAlikes: 0,
      firstSeenAt: null,
      lastSeenAt: null,
      deviceHash: key,
      explanation: ['session_expired'],
      change: { kind: 'none' },
    })
  })
})

describe('with a replayed session', () => {
  const request = { session: 'replayed' } as const

  it('names the owner of the cookie and changes nothing', () => {
    const candidates = { cookie: cookieOwner(ada) }
    const explanation = ['session_replayed', 'cookie_known']
    expect(outcome({ candidates, request })).toMatchObject({
      kind: 'cookie',
      visitorId: ada,
      explanation,
      ...nothingChanges,
    })
  })
  it('names the only one who looks like that and changes nothing', () => {
    const candidates = { frozen: [knownVisitor(ada)] }
    expect(outcome({ candidates, request })).toMatchObject({ kind: 'frozen', visitorId: ada, ...nothingChanges })
  })
  it.each([
    ['nobody is known', {}],
    ['several look like that', { frozen: [knownVisitor(ada), knownVisitor(bob)] }],
    ['the cookie is disputed', { cookie: cookieOwner(ada, 3, true), frozen: [knownVisitor(ada)] }],
  ])('gives no new id when %s', (_name, candidates) => {
    expect(outcome({ candidates, request })).toMatchObject({
      kind: 'none',
      visitorId: null,
      confidence: 0,
      ...nothingChanges,
    })
  })
})
