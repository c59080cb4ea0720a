import { expect, it } from 'vitest'
import { connecting, LINES, type Report } from '../test/fake-peer.ts'
import { gatherCandidates } from './gather-candidates.ts'

const { mdns, relay, private4 } = LINES

it.each([
  ['everything up to the end', [mdns, '', private4, null], { candidates: [mdns, private4], complete: true }],
  [
    'no more than is needed when there is a relay',
    [mdns, relay, private4],
    { candidates: [mdns, relay, private4], complete: true },
  ],
  ['what came in time from one that never ends', [mdns], { candidates: [mdns], complete: false }],
  ['the first of several errors', [701, 401, null], { candidates: [], errorCode: 701, complete: true }],
])('tells %s, and closes', async (_name, report, expected) => {
  const { g, open } = connecting(report)
  expect(await gatherCandidates(g, [], 1)).toMatchObject({ errorCode: null, ...expected })
  expect(open()).toBe(0)
})

it('asks the servers that it is given', async () => {
  const { g, settings } = connecting([null])
  const turn = { urls: 'turn:turn.example', username: 'u', credential: 'c' }
  await gatherCandidates(g, [turn], 1)
  expect(settings).toEqual([{ iceServers: [turn] }])
})

it('waits for a relay by each address of the server', async () => {
  const turn = { urls: ['turn:192.0.2.1', 'turn:[2001:db8::1]'], username: 'u', credential: 'c' }
  const gathered = (report: Report) => gatherCandidates(connecting(report).g, [turn], 1)
  expect(await gathered([relay])).toMatchObject({ complete: false })
  expect(await gathered([relay, mdns, relay])).toMatchObject({ complete: true })
})

it('closes when the browser refuses the offer, and lets the failure through', async () => {
  const { g, open } = connecting([], new RangeError('odd'))
  await expect(gatherCandidates(g, [], 1)).rejects.toThrow('odd')
  expect(open()).toBe(0)
})

it('tells nothing where there is no WebRTC', async () => {
  expect(await gatherCandidates({}, [], 1)).toBeUndefined()
})
