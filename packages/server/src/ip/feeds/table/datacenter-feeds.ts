import type { Feed } from '../feed.ts'
import { feedDefaults, gates, MIB, pace } from './feed-defaults.ts'

/** Ranges that clouds publish of themselves. */
const cloud = {
  ...feedDefaults,
  ...pace.weekly,
  kind: 'datacenter',
  licence: 'published',
} as const satisfies Partial<Feed>

const X4BNET = 'X4BNet/lists_vpn, Copyright (c) X4B (Mathew Heard), MIT'

/** Clouds and hosting. Numbers are those of July and August 2026; looked up in November 2026. */
export const datacenterFeeds: readonly Feed[] = [
  {
    // Its own build keeps it between 250 and 400 million addresses; 377,185,848 in August 2026.
    ...feedDefaults,
    ...pace.daily,
    id: 'x4bnet_datacenter_v4',
    urls: ['https://raw.githubusercontent.com/X4BNet/lists_vpn/main/output/datacenter/ipv4.txt'],
    parser: 'plain',
    kind: 'datacenter',
    licence: 'MIT',
    attribution: X4BNET,
    stillMaxMs: pace.threat.stillMaxMs,
    gates: { ...gates(10_000, 300_000), addresses: [150_000_000, 800_000_000] },
    clears: [4],
  },
  {
    // Holds 2002::/16, all of 6to4 (August 2026): `drop`.
    ...feedDefaults,
    ...pace.daily,
    id: 'x4bnet_datacenter_v6',
    urls: ['https://raw.githubusercontent.com/X4BNet/lists_vpn/main/output/datacenter/ipv6.txt'],
    parser: 'plain',
    kind: 'datacenter',
    licence: 'MIT',
    attribution: X4BNET,
    gates: { ...gates(2_000, 100_000), strays: 'drop' },
    clears: [6],
  },
  {
    ...cloud,
    ...pace.daily,
    id: 'aws',
    urls: ['https://ip-ranges.amazonaws.com/ip-ranges.json'],
    parser: 'aws_json',
    provider: 'Amazon Web Services',
    bytesMax: 16 * MIB,
    gates: { ...gates(1_000, 100_000), addresses: [50_000_000, 300_000_000] },
  },
  {
    ...cloud,
    ...pace.daily,
    id: 'google_cloud',
    urls: ['https://www.gstatic.com/ipranges/cloud.json'],
    parser: 'google_json',
    provider: 'Google Cloud',
    gates: gates(100, 20_000),
  },
  {
    // The address of the file changes every week; the page of the download names it.
    ...cloud,
    id: 'azure',
    urls: ['https://www.microsoft.com/en-us/download/details.aspx?id=56519'],
    linkOnPage: /https:\/\/download\.microsoft\.com\/download\/[\w/-]+\/ServiceTags_Public_\d{8}\.json/,
    parser: 'azure_json',
    provider: 'Microsoft Azure',
    bytesMax: 32 * MIB,
    gates: { ...gates(200, 500_000), addresses: [20_000_000, 300_000_000] },
  },
  {
    ...cloud,
    id: 'oracle_cloud',
    urls: ['https://docs.oracle.com/en-us/iaas/tools/public_ip_ranges.json'],
    parser: 'oracle_json',
    provider: 'Oracle Cloud',
    gates: gates(200, 20_000),
  },
  {
    ...cloud,
    id: 'digitalocean',
    urls: ['https://digitalocean.com/geo/google.csv'],
    parser: 'geofeed',
    provider: 'DigitalOcean',
    gates: gates(100, 50_000),
  },
  {
    ...cloud,
    id: 'linode',
    urls: ['https://geoip.linode.com/'],
    parser: 'geofeed',
    provider: 'Linode',
    gates: gates(500, 100_000),
  },
  {
    // Names all three documentation prefixes among its own (August 2026): `drop`.
    ...cloud,
    id: 'vultr',
    urls: ['https://geofeed.constant.com/?text'],
    parser: 'geofeed',
    provider: 'Vultr',
    gates: { ...gates(100, 50_000), strays: 'drop' },
  },
  {
    ...cloud,
    id: 'github',
    urls: ['https://api.github.com/meta'],
    parser: 'github_meta',
    provider: 'GitHub',
    gates: gates(500, 100_000),
  },
  {
    ...cloud,
    id: 'fastly',
    urls: ['https://api.fastly.com/public-ip-list'],
    parser: 'fastly_json',
    provider: 'Fastly',
    gates: gates(10, 1_000),
  },
  {
    ...cloud,
    id: 'cloudflare_v4',
    urls: ['https://www.cloudflare.com/ips-v4'],
    parser: 'plain',
    provider: 'Cloudflare',
    gates: gates(8, 500),
  },
  {
    ...cloud,
    id: 'cloudflare_v6',
    urls: ['https://www.cloudflare.com/ips-v6'],
    parser: 'plain',
    provider: 'Cloudflare',
    gates: gates(4, 500),
  },
]
