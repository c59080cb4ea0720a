import { expect, it } from 'vitest'
import { connecting, LINES, type Report } from '../../test/fake-peer.ts'
import { offerTurn } from '../turn-offer.ts'
import { turnProbe } from './turn-probe.ts'

const turn = { urls: 'turn:turn.example', username: 'u', credential: 'c' }
const { mdns, mdnsTcp, public4, relay } = LINES

it.each<[string, Report, object]>([
  ['a server that relays', [mdns, mdnsTcp, public4, relay], { kinds: ['host', 'relay', 'srflx'], errorCode: null }],
  ['a server that does not know the credential', [mdns, 401, null], { kinds: ['host'], errorCode: 401 }],
  ['a server that nobody reaches', [701, null], { kinds: [], errorCode: 701 }],
])('%s', async (_name, report, value) => {
  const { g, settings } = connecting(report)
  offerTurn(g, Promise.resolve({ turn }))
  expect(await turnProbe(g)).toEqual({ value })
  expect(settings).toEqual([{ iceServers: [turn] }])
})

it('says that time ran out when the server does not answer', async () => {
  const { g, open } = connecting([mdns])
  offerTurn(g, Promise.resolve({ turn }))
  expect(await turnProbe(g)).toEqual({ absent: 'timeout' })
  expect(open()).toBe(0)
})

it('makes no connection when the session names no server', async () => {
  const { g, settings } = connecting([mdns])
  expect(await turnProbe(g)).toEqual({ absent: 'unavailable' })
  expect(settings).toEqual([])
})

it('is unavailable without WebRTC', async () => {
  const g = {}
  offerTurn(g, Promise.resolve({ turn }))
  expect(await turnProbe(g)).toEqual({ absent: 'unavailable' })
})
