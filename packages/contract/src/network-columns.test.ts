import { expect, it } from 'vitest'
import { aNetwork, anEvent, anEventOfNobody } from '../test/an-event.ts'
import { networkColumns } from './network-columns.ts'

it('says true, false and unknown in three ways', () => {
  expect(networkColumns(anEvent)).toMatchObject({ is_vpn: true, is_tor: false, is_residential_proxy: null })
})

it('knows nothing of an event that nobody looked at, and has the same columns', () => {
  expect(Object.values(networkColumns(anEventOfNobody)).filter((value) => value !== null)).toEqual([])
  expect(Object.keys(networkColumns(anEventOfNobody))).toEqual(Object.keys(networkColumns(anEvent)))
})

it('names the service of a relay and the sort of a proxy', () => {
  const network = {
    ...aNetwork,
    relay: { status: 'detected', result: true, service: 'iCloud Private Relay' },
    proxy: { status: 'detected', result: true, confidence: 'high', type: 'socks', protocol: 'socks5' },
  } as const
  expect(networkColumns({ ...anEvent, network })).toMatchObject({
    is_relay: true,
    relay_service: 'iCloud Private Relay',
    is_proxy: true,
    proxy_type: 'socks',
  })
})
