import type { IpFacts, ThreatKind } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { ipBlocklist } from './ip-blocklist.ts'

const seen = (ip: IpFacts) => ({ ip, address: addressStanding(ip) })
const threat = (kind: ThreatKind, count?: number) =>
  listed('threat', { threat: kind, exact: true, ...(count === undefined ? {} : { count }) })

testDetector(ipBlocklist, {
  clear: [
    ['somebody at home', seen(anAddress())],
    ['a customer of a VPN', seen(inNetwork('vpn', { hits: [listed('vpn')] }))],
    [
      'an exit of Tor, which nearly every list has',
      seen(anAddress({ hits: [listed('tor'), threat('attackSource', 5)] })),
    ],
    ['a relay, which thousands share', seen(anAddress({ hits: [listed('relay'), threat('emailSpam')] }))],
    ['an office that a list has by mistake', seen(anAddress({ hits: [listed('office'), threat('malware')] }))],
    [
      'an address that the operator allows, within a blocked range',
      seen(anAddress({ hits: [listed('block'), listed('allow', { exact: true })] })),
    ],
  ],
  detected: [
    ['a source of spam', seen(anAddress({ hits: [threat('emailSpam')] })), ['listed_email_spam']],
    [
      'everything at once',
      seen(anAddress({ hits: [threat('attackSource', 3), threat('malware'), threat('credentialStuffing')] })),
      ['listed_attack_source', 'listed_malware', 'listed_credential_stuffing'],
    ],
    [
      'a crawler’s machine that attacks',
      seen(anAddress({ hits: [listed('crawler'), threat('attackSource')] })),
      ['listed_attack_source'],
    ],
    ['whom the operator blocks', seen(anAddress({ hits: [listed('block')] })), ['operator_block']],
    [
      'an exit of Tor that the operator blocks',
      seen(anAddress({ hits: [listed('tor'), listed('block')] })),
      ['operator_block'],
    ],
    [
      'a machine of the same network that is blocked',
      seen(anAddress({ scope: 'private', hits: [listed('block')] })),
      ['operator_block'],
    ],
  ],
})

describe('ip_blocklist says how strongly', () => {
  it.each([
    ['the operator knows', [listed('block')], 1],
    ['malware is worst', [threat('malware'), threat('emailSpam')], 0.8],
    ['two sources agree', [threat('attackSource', 2)], 0.6],
    ['one source may be wrong', [threat('attackSource', 1)], 0.3],
    ['one of two lists has one source', [threat('attackSource', 1), threat('emailSpam')], 0.4],
  ])('%s', (_name, hits, strength) => {
    expect(ipBlocklist.detect(seen(anAddress({ hits })))).toMatchObject({ strength })
  })
})

it('clears nobody before a list was fetched', () => {
  expect(ipBlocklist.detect(seen(anAddress({ gaps: { threat: 'feed_never_fetched' } })))).toEqual({
    outcome: 'unknown',
    missing: ['feed_never_fetched'],
  })
})
