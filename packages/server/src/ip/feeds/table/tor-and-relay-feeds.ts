import type { Feed } from '../feed.ts'
import { CHANGE_MAX, feedDefaults, MIB, pace } from './feed-defaults.ts'

/** Tor exits and relays of companies. Addresses, formats and terms were looked up in November 2026. */
export const torAndRelayFeeds: readonly Feed[] = [
  {
    // IPv4 only: it names 1,363 of 2,277 exits (August 2026), so it clears no IPv6 address.
    ...feedDefaults,
    ...pace.tor,
    id: 'tor_bulk_exits',
    urls: ['https://check.torproject.org/torbulkexitlist'],
    parser: 'plain',
    kind: 'tor',
    provider: 'Tor',
    licence: 'free-service',
    gates: { entries: [500, 20_000], strays: 'refuse', changeMax: CHANGE_MAX },
    clears: [4],
  },
  {
    // The Tor Project's directory; exits only, with both families.
    ...feedDefaults,
    ...pace.tor,
    id: 'tor_onionoo',
    urls: [
      'https://onionoo.torproject.org/details?type=relay&running=true&flag=Exit&fields=or_addresses,exit_addresses,flags',
    ],
    parser: 'onionoo',
    kind: 'tor',
    provider: 'Tor',
    bytesMax: 16 * MIB,
    licence: 'CC0-1.0',
    gates: { entries: [500, 30_000], strays: 'refuse', changeMax: CHANGE_MAX },
    clears: [4, 6],
  },
  {
    // 286,946 rows, 12.1 MB (July 2026), 13,745 where a mirror has merged them; 106,589 IPv4 addresses (August 2026).
    ...feedDefaults,
    ...pace.daily,
    id: 'apple_relay',
    urls: ['https://mask-api.icloud.com/egress-ip-ranges.csv'],
    parser: 'geofeed',
    options: { countries: true },
    kind: 'relay',
    provider: 'iCloud Private Relay',
    bytesMax: 32 * MIB,
    licence: 'published',
    gates: { entries: [3_000, 1_000_000], addresses: [60_000, 250_000], strays: 'refuse', changeMax: CHANGE_MAX },
    clears: [4, 6],
  },
  {
    // Where Cloudflare says its egress is; only these base prefixes are WARP's, and Apple's relay uses some of them.
    ...feedDefaults,
    ...pace.daily,
    id: 'cloudflare_warp',
    urls: ['https://api.cloudflare.com/local-ip-ranges.csv'],
    parser: 'geofeed',
    options: { within: ['104.28.0.0/14', '2a09:bac0::/29', '2606:54c0::/28'] },
    kind: 'relay',
    provider: 'Cloudflare WARP',
    bytesMax: 16 * MIB,
    licence: 'published',
    gates: { entries: [1_000, 500_000], addresses: [1_000, 262_144], strays: 'drop', changeMax: CHANGE_MAX },
    except: ['apple_relay'],
  },
]
