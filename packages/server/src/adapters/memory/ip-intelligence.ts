import { BlockList, isIP } from 'node:net'
import { type AddressScope, type IpFacts, type ListGap, type ListKind, listKinds } from '@tracio/contract'
import type { IpIntelligence } from '../../ports/ip-intelligence.ts'

/** Networks that are not for everybody (RFC 6890 and the registries that it began). */
const special: readonly (readonly [AddressScope, readonly string[]])[] = [
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
  ['link_local', ['169.254.0.0/16', 'fe80::/10']],
  ['shared', ['100.64.0.0/10']],
  ['documentation', ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32']],
  ['multicast', ['224.0.0.0/4', 'ff00::/8']],
  ['reserved', ['0.0.0.0/8', '240.0.0.0/4', '::/128']],
]

const scopes = special.map(([scope, networks]) => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return { scope, list }
})

function scopeOf(address: string): AddressScope {
  const family = isIP(address)
  if (family === 0) return 'reserved'
  return scopes.find(({ list }) => list.check(address, family === 4 ? 'ipv4' : 'ipv6'))?.scope ?? 'global'
}

// `Object.fromEntries` forgets its keys; there is one for every kind.
const NEVER_FETCHED = Object.fromEntries(listKinds.map((kind) => [kind, 'feed_never_fetched'])) as Readonly<
  Record<ListKind, ListGap>
>

function nothingKnown(address: string): IpFacts {
  const scope = scopeOf(address)
  return {
    scope,
    hits: [],
    gaps: NEVER_FETCHED,
    network: null,
    networkGap: scope === 'global' ? 'networks_missing' : 'not_global',
    place: null,
    placeGap: scope === 'global' ? 'no_database' : 'not_global',
    isp: null,
    organization: null,
    connectionType: null,
  }
}

/** What a table says of its addresses. Of all others nothing is known, as on a server without lists and databases. */
export const createMemoryIpIntelligence = (table: Readonly<Record<string, Partial<IpFacts>>> = {}): IpIntelligence => {
  const told = new Map(Object.entries(table))
  return {
    facts(address) {
      const { placeGap, networkGap, ...facts } = { ...nothingKnown(address), ...told.get(address) }
      return {
        ...facts,
        ...(facts.place === null && placeGap ? { placeGap } : {}),
        ...(facts.network === null && networkGap ? { networkGap } : {}),
      }
    },
  }
}
