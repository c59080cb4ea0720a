import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { layOutSessionId } from '../session/session-id.ts'
import { turnOffers } from './offer-turn.ts'
import { createTurnCredentials } from './turn-credentials.ts'

const at = 1_710_432_000_000 as EpochMs
const expiresAt = (at + 600_000) as EpochMs
const id = layOutSessionId(at, Buffer.alloc(10, 7), 1, 1)
const session = Buffer.concat([id, Buffer.alloc(24)]).toString('base64url')
const credentials = createTurnCredentials('north')
const offered = (place: Parameters<typeof turnOffers>[0], hostname = 'shop.example') =>
  turnOffers(place, credentials)({ session, expiresAt, hostname })

it('offers a credential of the session’s id alone, which proves nothing to the identify route', () => {
  expect(offered({ host: undefined, port: 3478 })).toEqual({
    urls: 'turn:shop.example:3478?transport=udp',
    ...credentials.issue(id, expiresAt),
  })
})

it('sends browsers to the host that is set, whatever they asked', () => {
  expect(offered({ host: 'turn.example', port: 5000 })?.urls).toBe('turn:turn.example:5000?transport=udp')
})

it('sends browsers to the addresses that are set', () => {
  const urls = ['turn:a.example:3478?transport=udp', 'turn:b.example:3478?transport=udp']
  expect(offered({ urls })?.urls).toEqual(urls)
})

it('offers nothing where the host that was asked is none', () => {
  expect(offered({ host: undefined, port: 3478 }, 'a"b')).toBeUndefined()
})
