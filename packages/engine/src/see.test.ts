import { expect, it } from 'vitest'
import { anAddress } from '../test/address.ts'
import { chromeOnWindows } from '../test/people.ts'
import { visit } from '../test/visit.ts'
import { prepare } from './prepare.ts'
import { see } from './see.ts'

const observations = visit(chromeOnWindows)
const { derived } = prepare(observations.readings, observations.request.userAgent)

it('shows values by name, conclusions, and the user agent of the request', () => {
  expect(see(observations, derived)).toMatchObject({
    webdriver: false,
    evalLength: 33,
    claimedFamily: 'chromium',
    impliedEngine: 'v8',
    requestUserAgent: chromeOnWindows.userAgent,
  })
})

it('shows nothing for a gap, whatever its evidence', () => {
  const readings = { ...observations.readings, cores: { gap: 'unstable', evidence: [4, 8] } as const }
  expect(see({ ...observations, readings }, derived).cores).toBeUndefined()
})

it('shows counts where somebody counted', () => {
  const counts = { windows: {}, metrics: { events: [1, 1, 1] } }
  expect(see(observations, derived, counts).velocity).toBe(counts)
  expect(see(observations, derived).velocity).toBeUndefined()
})

it('shows nothing for what could not be derived', () => {
  expect(see(observations, { ...derived, impliedEngine: undefined }).impliedEngine).toBeUndefined()
})

it('shows what follows from the address where somebody looked it up', () => {
  const readings = { ...observations.readings, timezone: { value: 'Asia/Tokyo' } }
  const ip = anAddress()
  expect(see({ ...observations, readings, ip, turn: { addresses: [] } }, derived)).toMatchObject({
    ip,
    requestIp: '203.0.113.7',
    turn: { addresses: [] },
    address: { role: 'open' },
    zone: { known: true, fits: false, differenceMin: 480 },
  })
  expect(see(observations, derived).address).toBeUndefined()
})
