import { createHmac } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { createTurnCredentials } from './turn-credentials.ts'

const expiresAt = 1_710_432_600_000 as EpochMs
const id = Buffer.alloc(20, 7)
const session = id.toString('base64url')
const credentials = createTurnCredentials('north')

it('names the second of its end and the session, and proves it as coturn does', () => {
  const { username, credential } = credentials.issue(id, expiresAt)
  expect(username).toBe(`1710432600:${session}`)
  expect(credential).toBe(createHmac('sha1', 'north').update(username).digest('base64'))
})

it('knows a name again until its end', () => {
  const { username, credential } = credentials.issue(id, expiresAt)
  expect(credentials.named(username, expiresAt)).toEqual({ session, credential })
  expect(credentials.named(username, (expiresAt + 1) as EpochMs)).toBeUndefined()
})

it('has other credentials under another secret', () => {
  const { username, credential } = createTurnCredentials('south').issue(id, expiresAt)
  expect(credentials.named(username, expiresAt)?.credential).not.toBe(credential)
})

it.each(['', 'u', '1710432600', `1710432600:${session}A`, `171043260:${session}`, `1710432600:${session.slice(1)}+`])(
  'does not know the name %j',
  (username) => {
    expect(credentials.named(username, expiresAt)).toBeUndefined()
  },
)
