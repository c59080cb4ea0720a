import { comeFrom } from './come-from.ts'
import { createNetwork, type Network } from './namespaces.ts'

/**
 * Where visits come from, in a network that nothing leaves. Nobody looks documentation addresses up, so these are the
 * internet's: lines of a German carrier, and of German hosts of servers.
 */
export const places = {
  home: '84.130.10.9',
  tor: '88.198.7.9',
  // Lies in the relay's list and, as in life, in a list of VPNs.
  relay: '172.224.226.5',
  vpn: '46.38.240.9',
  server: '88.198.20.9',
  proxy: '82.165.20.9',
  attacker: '87.160.10.9',
  // Known to the operator, whatever lists say.
  allowed: '93.192.10.9',
  blocked: '80.130.10.9',
  office: '62.153.10.9',
} as const

/** One of them. */
export type Place = keyof typeof places

/** What lists say of them, by feed. */
export const placesListed = {
  tor_bulk_exits: [places.tor],
  apple_relay: ['172.224.226.0/27'],
  x4bnet_vpn_v4: ['172.224.224.0/20'],
  mullvad: [places.vpn, places.office],
  monosans_proxies: [places.proxy],
  ipsum: [places.attacker, places.allowed],
  spamhaus_drop_v4: ['87.160.0.0/20'],
}

/** The visitor's machine has all places; each way to the server is by another one. */
const PLACES = Object.keys(places) as Place[]
const serverAddress = (place: Place): string => `192.0.2.${10 + PLACES.indexOf(place)}`

/** The server, as whoever comes from a place calls it. */
export const serverUrl = (place: Place): string => `http://${serverAddress(place)}:8080`

/** Where a machine is that hands pages on. */
export const FORWARDER = '79.200.10.9'

/** A visitor's machine, one that hands its pages on where it is told to, and a server. */
export type PlacesNetwork = Network<'visitor' | 'forwarder' | 'server'>

/** Makes the network, with a way between visitor and server for each place. */
export async function createPlaces(): Promise<PlacesNetwork> {
  const network: PlacesNetwork = createNetwork({
    visitor: Object.values(places).map((address) => `${address}/24`),
    forwarder: [`${FORWARDER}/24`],
    server: PLACES.map((place) => `${serverAddress(place)}/24`),
  })
  const { visitor, server } = network.hosts
  await comeFrom(visitor, Object.fromEntries(PLACES.map((place) => [serverAddress(place), places[place]])))
  // Datagrams leave from the address of the way, which need not be the one that was asked: both ends agree.
  await comeFrom(server, Object.fromEntries(PLACES.map((place) => [places[place], serverAddress(place)])))
  return network
}
