import { BlockList, isIP } from 'node:net'
import { canonicalAddress } from './canonical-address.ts'

/** Whether an address, however it is written, is one of the operator's own proxies. */
export type Trusts = (address: string | undefined) => boolean

/** IPv4 mapped into IPv6 begins after this many bits. */
const MAPPED_BITS = 96

/** What `TRACIO_TRUST_PROXY` lists, addresses and CIDRs that `networks` has checked, as a question. */
export function trustedProxies(networks: readonly string[]): Trusts {
  if (networks.length === 0) return () => false
  const list = new BlockList()
  for (const network of networks) add(list, network)
  return (text) => {
    const address = canonicalAddress(text ?? '')
    return address !== undefined && list.check(address, familyOf(address))
  }
}

function add(list: BlockList, network: string): void {
  const [text = '', prefix] = network.split('/')
  const address = canonicalAddress(text) ?? text
  const family = familyOf(address)
  if (prefix === undefined) {
    list.addAddress(address, family)
    return
  }
  // A network that was written as mapped addresses means the IPv4 addresses, which is how addresses are compared.
  const bits = Number(prefix) - (family === 'ipv4' && isIP(text) === 6 ? MAPPED_BITS : 0)
  list.addSubnet(address, Math.max(0, bits), family)
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')
