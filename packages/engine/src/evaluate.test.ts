import type { VisitorId } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../test/deep-freeze.ts'
import {
  chromeOnWindows,
  firefoxOnLinux,
  headlessChromium,
  qutebrowserOnVm,
  safariOnIphone,
  webkitOnLinux,
} from '../test/people.ts'
import { cookieOwner, knownVisitor, visit } from '../test/visit.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { evaluate } from './evaluate.ts'
import { prepare } from './prepare.ts'

const people = { chromeOnWindows, firefoxOnLinux, safariOnIphone, webkitOnLinux, qutebrowserOnVm, headlessChromium }

describe('is pure', () => {
  it.each(Object.entries(people))('same input, same output, and the input untouched: %s', (_name, person) => {
    const candidates = { cookie: cookieOwner('ada'), frozen: [knownVisitor('ada'), knownVisitor('bob')] }
    const first = evaluate(deepFreeze(visit(person, { candidates })))
    expect(evaluate(deepFreeze(visit(person, { candidates })))).toEqual(first)
  })
  it('gives a replay, which prepares again, what the server got with what it had prepared', () => {
    const observations = visit(chromeOnWindows)
    const prepared = deepFreeze(prepare(observations.readings, observations.request.userAgent))
    expect(evaluate(observations)).toEqual(evaluate(observations, prepared))
  })
  it('gives an event that JSON carries without loss', () => {
    const { event, change } = evaluate(visit(headlessChromium))
    expect(JSON.parse(JSON.stringify({ event, change }))).toEqual({ event, change })
  })
})

it('hands on what the request and the page said', () => {
  const observations = visit(chromeOnWindows, { request: { sealed: false, environment: 'test', cookie: 'cross_site' } })
  expect(evaluate(observations).event).toMatchObject({
    requestId: observations.minted.requestId,
    workspaceId: observations.request.workspaceId,
    at: observations.request.at,
    phase: 'primary',
    revision: 1,
    engineVersion: ENGINE_VERSION,
    agentVersion: '0.1.0',
    environment: 'test',
    sealed: false,
    session: 'fresh',
    cookie: 'cross_site',
    url: 'https://shop.example/',
    ip: '203.0.113.7',
    browser: { name: 'Chrome', version: '146.0.7680.80' },
    os: { name: 'Windows', version: '11' },
    device: 'desktop',
  })
})

it('claims nothing for a browser that claims nothing', () => {
  const { event } = evaluate(visit({}))
  expect(event).toMatchObject({ browser: null, os: null, device: null, bot: { result: 'uncertain' } })
  const { velocity: _nobodyCounted, ...observations } = visit({}, { request: { userAgent: '' } })
  const { findings, velocity } = evaluate(observations).event
  expect(findings.every(({ outcome }) => outcome === 'unknown')).toBe(true)
  expect(velocity).toEqual({ windows: {}, metrics: {}, suspicious: [] })
})

it('counts for whoever was identified, and says when that is too much', () => {
  const seldom = { events: [1, 1, 1], distinctIp: [1, 1, 1] }
  const often = { ...seldom, events: [1, 50, 50] }
  const velocity = {
    windows: {},
    others: {},
    newcomer: seldom,
    visitors: [{ visitorId: 'ada' as VisitorId, metrics: often }],
  }
  const known = { ...visit(chromeOnWindows, { candidates: { cookie: cookieOwner('ada') } }), velocity }
  expect(evaluate(known).event).toMatchObject({
    velocity: {
      metrics: often,
      suspicious: [{ code: 'events_in_hour', count: 50, threshold: 50 }],
    },
    score: { riskScore: 31 },
    decision: { action: 'challenge' },
  })
  expect(evaluate({ ...visit(chromeOnWindows), velocity }).event).toMatchObject({
    velocity: { metrics: seldom, suspicious: [] },
    score: { riskScore: 11 },
  })
})
