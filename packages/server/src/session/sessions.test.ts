import type { EpochMs } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'
import { createSecretRing } from './secret-ring.ts'
import { createSessions, PRIMARY_MAX_AGE_MS, type Sessions } from './sessions.ts'

const at = 1_710_432_000_000 as EpochMs
const ORIGIN = 'https://shop.example'
let sessions: Sessions
beforeEach(() => {
  sessions = createSessions(createSecretRing(createMemoryDirectory()))
})

it('opens what it issued, with the same key', async () => {
  const issued = await sessions.issue(7, ORIGIN, at)
  const session = await sessions.open(issued.session, ORIGIN, at)
  expect(session?.key.toString('base64url')).toBe(issued.key)
  expect(session?.id).toMatchObject({ issuedAt: at, keyNumber: 7 })
  expect(issued.expiresAt).toBe(at + PRIMARY_MAX_AGE_MS)
})

it('gives every session a key and a luck of its own', async () => {
  const issued = await Promise.all(Array.from({ length: 50 }, () => sessions.issue(7, ORIGIN, at)))
  expect(new Set(issued.map(({ key }) => key)).size).toBe(50)
  const opened = await Promise.all(issued.map(({ session }) => sessions.open(session, ORIGIN, at)))
  expect(new Set(opened.map((one) => one?.tokenLuck.toString('hex'))).size).toBe(50)
})

it('fits a session into the length byte of an envelope', async () => {
  expect((await sessions.issue(7, ORIGIN, at)).session).toHaveLength(59)
})

it('opens a session for whoever proved himself otherwise, whatever its origin, with the same key', async () => {
  const issued = await sessions.issue(7, ORIGIN, at)
  expect((await sessions.open(issued.session, undefined, at))?.key.toString('base64url')).toBe(issued.key)
})

describe('does not open', () => {
  it('a session for another origin', async () => {
    const { session } = await sessions.issue(7, ORIGIN, at)
    expect(await sessions.open(session, 'https://evil.example', at)).toBeUndefined()
  })

  it('a session with any bit changed', async () => {
    const bytes = Buffer.from((await sessions.issue(7, ORIGIN, at)).session, 'base64url')
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      for (const origin of [ORIGIN, undefined]) {
        expect(await sessions.open(changed.toString('base64url'), origin, at)).toBeUndefined()
      }
    }
  })

  it('a session of another server', async () => {
    const other = createSessions(createSecretRing(createMemoryDirectory()))
    const { session } = await other.issue(7, ORIGIN, at)
    await sessions.issue(7, ORIGIN, at)
    expect(await sessions.open(session, ORIGIN, at)).toBeUndefined()
  })

  it('junk', async () => {
    expect(await sessions.open('junk', ORIGIN, at)).toBeUndefined()
  })
})
