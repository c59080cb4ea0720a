import { expect, it } from 'vitest'
import { connecting, LINES, type Report } from '../../test/fake-peer.ts'
import { iceCandidates } from './ice-candidates.ts'

const at = (address: string): string => LINES.private4.replace('192.168.1.7', address)

it.each<[string, Report, readonly string[]]>([
  [
    'names in the place of addresses',
    [LINES.mdns, LINES.mdns, LINES.mdnsTcp, null],
    ['host udp mdns', 'host udp mdns', 'host TCP mdns'],
  ],
  ['addresses of private networks', [LINES.private4, LINES.private6, null], ['host udp v4', 'host udp v6']],
  ['public addresses', [LINES.public4, LINES.public6, null], ['srflx udp 8.8.4.4', 'host udp 2001:4860:4860::8888']],
  ['no network', [null], []],
  ['no more than a server takes', [...Array<string>(40).fill(LINES.mdns), null], Array(32).fill('host udp mdns')],
  ['a line that is none', ['?', null], ['undefined undefined v4']],
])('%s', async (_name, report, candidates) => {
  const { g } = connecting(report)
  expect(await iceCandidates(g)).toEqual({ value: { candidates, complete: true } })
})

it.each([
  '10.1.2.3',
  '172.16.0.1',
  '172.31.9.9',
  '192.168.0.4',
  '169.254.1.1',
  '100.64.0.9',
  '127.0.0.1',
  'fe80::1',
  'fd12::1',
  '::1',
])('keeps %s in the browser', async (address) => {
  const { g } = connecting([at(address), null])
  expect(await iceCandidates(g)).toMatchObject({ value: { candidates: [expect.stringMatching(/^host udp v[46]$/)] } })
})

it('says so when it was not complete in time', async () => {
  const { g } = connecting([LINES.mdns])
  expect(await iceCandidates(g)).toMatchObject({ value: { candidates: ['host udp mdns'], complete: false } })
})

it('is unavailable without WebRTC', async () => {
  expect(await iceCandidates({})).toEqual({ absent: 'unavailable' })
})
