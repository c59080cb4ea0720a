import { expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../test/an-event.ts'
import { toNetwork } from './to-network.ts'

it('shows the network as webhooks do', () => {
  expect(toNetwork(anEvent)).toEqual({ vpn: true, proxy: false, tor: false, datacenter: true, connectionType: 'wifi' })
})

it('says false where nobody knows, because a boolean has no third answer', () => {
  expect(toNetwork(anEventOfNobody)).toEqual({
    vpn: false,
    proxy: false,
    tor: false,
    datacenter: false,
    connectionType: null,
  })
})
