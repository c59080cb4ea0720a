import { BlockList, isIP } from 'node:net'

/**
 * Whether an address lies in one of the networks, each an address or a CIDR. An IPv4 address that came over IPv6
 * (`::ffff:192.0.2.1`) counts as what it is. What is no address lies nowhere.
 */
export function isInNetworks(ip: string, networks: readonly string[]): boolean {
  const address = ip.replace(/%.*$/, '')
  const family = isIP(address)
  if (family === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', prefix] = network.split('/')
    const bits = isIP(base) === 4 ? 32 : 128
    list.addSubnet(base, prefix === undefined ? bits : Number(prefix), bits === 32 ? 'ipv4' : 'ipv6')
  }
  return list.check(address, family === 4 ? 'ipv4' : 'ipv6')
}
