import type { Feed } from '../feed.ts'
import { feedDefaults, gates, MIB, pace } from './feed-defaults.ts'

/** Lists that VPN providers publish for their own programs. */
const own = { ...feedDefaults, ...pace.daily, kind: 'vpn', licence: 'published' } as const satisfies Partial<Feed>

const X4BNET = 'X4BNet/lists_vpn, Copyright (c) X4B (Mathew Heard), MIT'

/**
 * VPN servers. Numbers of entries are those of July and August 2026, with room for years on both sides. Addresses, formats
 * and terms were looked up in November 2026. Left out: PrivateVPN, whose terms forbid it, and providers that publish
 * names instead of addresses.
 */
export const vpnFeeds: readonly Feed[] = [
  {
    // Its own build keeps it between 2 and 4 million addresses; 3,144,482 in August 2026.
    ...feedDefaults,
    ...pace.daily,
    id: 'x4bnet_vpn_v4',
    urls: ['https://raw.githubusercontent.com/X4BNet/lists_vpn/main/output/vpn/ipv4.txt'],
    parser: 'plain',
    kind: 'vpn',
    licence: 'MIT',
    attribution: X4BNET,
    stillMaxMs: pace.threat.stillMaxMs,
    gates: { ...gates(3_000, 100_000), addresses: [1_000_000, 8_000_000] },
    clears: [4],
  },
  {
    ...feedDefaults,
    ...pace.daily,
    id: 'x4bnet_vpn_v6',
    urls: ['https://raw.githubusercontent.com/X4BNet/lists_vpn/main/output/vpn/ipv6.txt'],
    parser: 'plain',
    kind: 'vpn',
    licence: 'MIT',
    attribution: X4BNET,
    gates: gates(100, 20_000),
    clears: [6],
  },
  {
    ...own,
    id: 'mullvad',
    urls: ['https://api.mullvad.net/www/relays/all/'],
    parser: 'mullvad',
    provider: 'Mullvad',
    gates: gates(200, 10_000),
  },
  {
    ...own,
    id: 'ivpn',
    urls: ['https://api.ivpn.net/v4/servers.json'],
    parser: 'ivpn',
    provider: 'IVPN',
    gates: gates(50, 5_000),
  },
  {
    ...own,
    id: 'pia',
    urls: ['https://serverlist.piaservers.net/vpninfo/servers/v7'],
    parser: 'pia',
    provider: 'Private Internet Access',
    gates: gates(300, 50_000),
  },
  {
    ...own,
    id: 'airvpn',
    urls: ['https://airvpn.org/api/status/'],
    parser: 'airvpn',
    provider: 'AirVPN',
    gates: gates(200, 20_000),
  },
  {
    ...own,
    id: 'windscribe',
    urls: ['https://assets.windscribe.com/serverlist/mob-v2/1/0'],
    parser: 'windscribe',
    provider: 'Windscribe',
    gates: gates(200, 20_000),
  },
  {
    ...own,
    id: 'privadovpn',
    urls: ['https://privadovpn.com/apps/servers_export.json'],
    parser: 'privado',
    provider: 'PrivadoVPN',
    gates: gates(30, 10_000),
  },
  {
    // 9,455 servers in some 10 MB (July 2026). Without it more than half of its addresses go unseen.
    ...own,
    id: 'nordvpn',
    urls: ['https://api.nordvpn.com/v2/servers?limit=0'],
    parser: 'nordvpn_v2',
    provider: 'NordVPN',
    bytesMax: 48 * MIB,
    gates: gates(2_000, 60_000),
  },
  {
    // Gathered from the provider's own programs: its interface asks for a login.
    ...own,
    id: 'protonvpn',
    urls: ['https://raw.githubusercontent.com/tn3w/ProtonVPN-IPs/master/protonvpn_ips.txt'],
    parser: 'plain',
    provider: 'ProtonVPN',
    licence: 'Apache-2.0',
    attribution: 'tn3w/ProtonVPN-IPs, Apache-2.0',
    gates: gates(500, 50_000),
  },
  {
    // The network that IPVanish and StrongVPN rent: 3,483 servers (July 2026).
    ...own,
    id: 'wlvpn',
    urls: ['https://api.wlvpn.com/v2/list/wlvpnserverList.xml'],
    parser: 'wlvpn_xml',
    provider: 'WLVPN',
    bytesMax: 16 * MIB,
    gates: gates(500, 50_000),
  },
  {
    // Companies' secure web gateway: people at work.
    ...own,
    ...pace.weekly,
    kind: 'gateway',
    id: 'zscaler',
    urls: ['https://config.zscaler.com/api/zscaler.net/cenr/json'],
    parser: 'zscaler',
    provider: 'Zscaler',
    gates: gates(50, 20_000),
  },
]
