import { evaluate, prepare } from '@tracio/engine'
import { beforeAll, expect, it } from 'vitest'
import { arrival, frontDesk } from '../test/front-desk.ts'
import { aPayload } from '../test/payloads.ts'
import { tokenHash } from './cookie-token.ts'
import { observe } from './observe.ts'
import type { Opened } from './open.ts'
import type { LedgerEntry } from './ports/ledger.ts'
import { record } from './record.ts'

/** Of our form, and nobody's. */
const PRESENTED = 'ZfMgAAcHBwcHBwcHBwcHBwcHBwcHBw'

let opened: Opened
let minted: string
let entry: LedgerEntry
let entryAcrossSites: LedgerEntry
beforeAll(async () => {
  const desk = await frontDesk()
  const headers = { cookie: `_tcid=${PRESENTED}`, accept: '*/*' }
  const request = await arrival(desk, aPayload(), { cookie: PRESENTED, headers })
  opened = await desk.open(request)
  const prepared = prepare(opened.readings, request.userAgent)
  const seen = await observe(opened, prepared, request, desk.deps)
  minted = seen.token ?? ''
  entry = record(evaluate(seen.observations, prepared), seen, opened)
  const across = await observe(opened, prepared, { ...request, cookiesReach: false }, desk.deps)
  entryAcrossSites = record(evaluate(across.observations, prepared), across, opened)
})

it('keeps everything that the server saw beside the readings', () => {
  expect(JSON.parse(entry.observations)).toEqual({
    page: expect.objectContaining({ agentVersion: '0.1.0' }),
    request: expect.objectContaining({ ip: '192.0.2.1', headers: { accept: '*/*' }, cookie: 'unknown' }),
    candidates: { cookie: null, frozen: [] },
    minted: { requestId: entry.event.requestId, visitorId: entry.event.identification.visitorId },
    velocity: expect.objectContaining({ newcomer: expect.objectContaining({ events: expect.anything() }) }),
    ip: expect.objectContaining({ scope: 'documentation', hits: [] }),
    history: { zoneVisits7d: 0, zoneMismatches7d: 0 },
  })
})

it('keeps beside the event what it is searched and counted by of its address', () => {
  expect(entry.address).toEqual({ asn: null, country: null, countryAsked: true, zoneFits: null })
})

it('keeps the readings once, as they were sent', () => {
  expect(entry.readings).toBe(opened.stored)
  expect(JSON.parse(entry.observations)).not.toHaveProperty('readings')
  expect(entry.observations).not.toContain('ANGLE')
})

it('names the payload by its session and its hash', () => {
  expect(entry.sent).toEqual({ session: opened.session.id.bytes, bodyHash: opened.bodyHash })
})

it('keeps of a cookie its hash, and its value nowhere', () => {
  expect(entry.token).toEqual({ hash: tokenHash(minted) })
  const bytes = (value: unknown): string =>
    JSON.stringify(value, (_key, part) => (part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part))
  const written = `${bytes(entry)} ${Buffer.from(JSON.stringify(entry)).toString()} ${entry.observations}`
  expect(minted).toMatch(/^[\w-]{30}$/)
  for (const secret of [minted, PRESENTED]) {
    expect(written).not.toContain(secret)
    expect(written).not.toContain(Buffer.from(secret, 'base64url').toString('latin1'))
  }
})

it('has no cookie where none is kept', () => {
  expect(entryAcrossSites.token).toBeNull()
})
