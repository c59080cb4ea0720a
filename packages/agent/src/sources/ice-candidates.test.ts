import { expect, it } from 'vitest'
import { connecting, LINES, type Report } from '../../test/fake-peer.ts'
import { iceCandidates } from './ice-candidates.ts'

const at = (address: string): string => LINES.private4.replace('192.168.1.7', address)

it.each<[string, Report, object, readonly string[]]>([
  [
    'names in the place of addresses',
    [LINES.mdns, LINES.mdns, LINES.mdnsTcp, null],
    { 'host udp mdns': 2, 'host tcp mdns': 1 },
    [],
  ],
  ['addresses of private networks', [LINES.private4, LINES.private6, null], { 'host udp v4': 1, 'host udp v6': 1 }, []],
  [
    'public addresses',
    [LINES.public4, LINES.public6, LINES.public6, null],
    { 'srflx udp public v4': 1, 'host udp public v6': 2 },
    ['8.8.4.4', '2001:4860:4860::8888'],
  ],
  ['no network', [null], {}, []],
  ['a line that is none', ['?', null], { '  v4': 1 }, []],
])('%s', async (_name, report, candidates, publicAddresses) => {
  const { g } = connecting(report)
  expect(await iceCandidates(g)).toEqual({ value: { candidates, publicAddresses, complete: true } })
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
  expect(await iceCandidates(g)).toMatchObject({ value: { publicAddresses: [] } })
})

it('says so when it was not complete in time', async () => {
  const { g } = connecting([LINES.mdns])
  expect(await iceCandidates(g)).toMatchObject({ value: { candidates: { 'host udp mdns': 1 }, complete: false } })
})

it('is unavailable without WebRTC', async () => {
  expect(await iceCandidates({})).toEqual({ absent: 'unavailable' })
})
