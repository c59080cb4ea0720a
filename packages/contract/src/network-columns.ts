import type { TracioEvent } from './event.ts'
import type { FlatEvent } from './flat.ts'
import type { NetworkAnswer } from './network-verdict.ts'
import { toGeo } from './to-geo.ts'

/** What is known of address, place and network, on one level. A flag is null when unknown: false claims that somebody looked. */
export function networkColumns(event: Pick<TracioEvent, 'location' | 'network'>): FlatEvent {
  const { network } = event
  const geo = toGeo(event)
  return {
    ip_country: geo.country,
    ip_city: geo.city,
    ip_latitude: geo.lat,
    ip_longitude: geo.lon,
    ip_timezone: geo.timezone,
    ip_isp: geo.isp,
    ip_asn: network.asn,
    connection_type: network.connectionType,
    is_vpn: told(network.vpn),
    vpn_confidence: network.vpn.confidence,
    is_proxy: told(network.proxy),
    proxy_type: network.proxy.type,
    is_tor: told(network.tor),
    is_relay: told(network.relay),
    relay_service: network.relay.service,
    is_datacenter: told(network.datacenter),
    is_residential_proxy: told(network.residentialProxy),
    is_ip_blocklisted: told(network.ipBlocklist),
    ip_reputation: network.ipReputation.score,
    is_timezone_mismatch: told(network.timezoneMismatch),
  }
}

const told = ({ status, result }: NetworkAnswer): boolean | null => (status === 'unknown' ? null : result)
