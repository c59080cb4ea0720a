import type { ParserName } from '../src/ip/parse/parse-list.ts'

/** A file of a JSON format, and what is in it. */
export interface JsonListFile {
  readonly name: ParserName
  /** True to the shape the provider publishes, with invented contents. */
  readonly file: unknown
  /** IPv4 before IPv6. */
  readonly ranges: readonly string[]
  readonly rejected?: number
}

/** A small file of every JSON format. */
export const jsonListFiles: readonly JsonListFile[] = [
  {
    name: 'google_json',
    file: {
      syncToken: '1753409788780',
      creationTime: '2026-10-24T19:16:28.780563',
      prefixes: [
        { ipv4Prefix: '192.0.2.0/31', service: 'Example Cloud', scope: 'nowhere1' },
        { ipv6Prefix: '2001:db8::/127', service: 'Example Cloud', scope: 'nowhere1' },
        { scope: 'nowhere2' },
      ],
    },
    ranges: ['192.0.2.0-192.0.2.1', '2001:db8::-2001:db8::1'],
    rejected: 1,
  },
  {
    name: 'aws_json',
    file: {
      syncToken: '1753388594',
      createDate: '2026-10-24-20-23-14',
      prefixes: [
        { ip_prefix: '192.0.2.4/32', region: 'nowhere-1', service: 'AMAZON', network_border_group: 'nowhere-1' },
      ],
      ipv6_prefixes: [{ ipv6_prefix: '2001:db8::/128', region: 'nowhere-1', service: 'EC2' }],
    },
    ranges: ['192.0.2.4', '2001:db8::'],
  },
  {
    name: 'azure_json',
    file: {
      changeNumber: 363,
      cloud: 'Public',
      values: [
        {
          name: 'Example',
          id: 'Example',
          properties: { region: '', addressPrefixes: ['192.0.2.4/31', '2001:db8::/128'] },
        },
        { name: 'Empty', id: 'Empty', properties: { addressPrefixes: [] } },
        { name: 'Other', id: 'Other', properties: { addressPrefixes: ['192.0.2.9'] } },
      ],
    },
    ranges: ['192.0.2.4-192.0.2.5', '192.0.2.9', '2001:db8::'],
  },
  {
    name: 'oracle_json',
    file: {
      last_updated_timestamp: '2026-10-21T07:13:25.457838',
      regions: [
        {
          region: 'nowhere-1',
          cidrs: [
            { cidr: '192.0.2.0/31', tags: ['OCI'] },
            { cidr: '192.0.2.8/32', tags: [] },
          ],
        },
      ],
    },
    ranges: ['192.0.2.0-192.0.2.1', '192.0.2.8'],
  },
  {
    name: 'github_meta',
    file: {
      verifiable_password_authentication: false,
      ssh_key_fingerprints: { SHA256_RSA: 'invented' },
      ssh_keys: ['ssh-ed25519 AAAA', 'ecdsa-sha2-nistp256 AAAA', 'ssh-rsa AAAA'],
      hooks: ['192.0.2.0/31', '2001:db8::/128'],
      actions: ['192.0.2.8/32', 'example.com'],
      domains: { website: ['*.example.com'], actions_inbound: { full_domains: ['example.com'] } },
    },
    ranges: ['192.0.2.0-192.0.2.1', '192.0.2.8', '2001:db8::'],
    rejected: 1,
  },
  {
    name: 'fastly_json',
    file: { addresses: ['192.0.2.0/31'], ipv6_addresses: ['2001:db8::/128'] },
    ranges: ['192.0.2.0-192.0.2.1', '2001:db8::'],
  },
  {
    name: 'ripestat_json',
    file: {
      status: 'ok',
      data: { resource: '64500', prefixes: [{ prefix: '192.0.2.0/31', timelines: [] }, { timelines: [] }] },
    },
    ranges: ['192.0.2.0-192.0.2.1'],
    rejected: 1,
  },
  {
    name: 'zscaler',
    file: {
      'example.net': {
        'continent : EMEA': {
          'city : Nowhere': [
            { range: '192.0.2.0/31', vpn: '', gre: '', hostname: '', latitude: '1', longitude: '2' },
            { range: '2001:db8::/128', vpn: '', gre: '' },
          ],
        },
      },
    },
    ranges: ['192.0.2.0-192.0.2.1', '2001:db8::'],
  },
  {
    name: 'feodo_json',
    file: [
      { ip_address: '192.0.2.1', port: 443, status: 'online', hostname: null, as_number: 64500, malware: 'Invented' },
      { ip_address: null, port: 443 },
    ],
    ranges: ['192.0.2.1'],
    rejected: 1,
  },
  {
    name: 'onionoo',
    file: {
      version: '8.0',
      relays_published: '2026-10-30 10:00:00',
      relays: [
        { or_addresses: ['192.0.2.1:9001', '[2001:db8::1]:9001'], exit_addresses: ['192.0.2.1', '192.0.2.2'] },
        { or_addresses: ['192.0.2.3:443', '[2001:db8::3]:443'], flags: ['Exit', 'Running'] },
        { or_addresses: ['192.0.2.4:443'], flags: ['Guard', 'Running'] },
        { or_addresses: ['192.0.2.5:443'], exit_addresses: [] },
        'hostile',
      ],
      bridges: [],
    },
    ranges: ['192.0.2.1', '192.0.2.2', '192.0.2.3', '2001:db8::1', '2001:db8::3'],
    rejected: 1,
  },
  {
    name: 'proxies_json',
    file: [
      { protocol: 'http', host: '192.0.2.1', port: 7080, timeout: 0.18, exit_ip: '192.0.2.11' },
      { protocol: 'http', host: '192.0.2.3', port: 80, exit_ip: null },
      { protocol: 'http', host: '192.0.2.2', port: 7890, exit_ip: '2001:db8::12' },
    ],
    ranges: ['192.0.2.11', '2001:db8::12'],
    rejected: 1,
  },
  {
    name: 'mullvad',
    file: [
      { hostname: 'xx-1', active: true, ipv4_addr_in: '192.0.2.1', ipv6_addr_in: '2001:db8::1' },
      { hostname: 'xx-2', active: false, ipv4_addr_in: '192.0.2.2' },
      { hostname: 'xx-3', ipv4_addr_in: '192.0.2.3', ipv6_addr_in: null },
    ],
    ranges: ['192.0.2.1', '192.0.2.3', '2001:db8::1'],
  },
  {
    name: 'ivpn',
    file: {
      wireguard: [
        { gateway: 'xx.example.com', hosts: [{ host: '192.0.2.1', local_ip: '172.16.0.1/12', public_key: 'k' }] },
      ],
      openvpn: [{ gateway: 'xx.example.com', ip_addresses: ['192.0.2.2'], hosts: [{ host: '192.0.2.3' }] }],
      config: { ports: {} },
    },
    ranges: ['192.0.2.1', '192.0.2.3', '192.0.2.2'],
  },
  {
    name: 'pia',
    file: {
      groups: { wg: [{ name: 'wireguard', ports: [1337] }] },
      regions: [
        {
          id: 'xx',
          offline: false,
          servers: { wg: [{ ip: '192.0.2.1', cn: 'xx1' }], meta: [{ ip: '192.0.2.1' }, { ip: '192.0.2.2' }] },
        },
        { id: 'yy', offline: true, servers: { wg: [{ ip: '192.0.2.3' }] } },
      ],
    },
    ranges: ['192.0.2.1', '192.0.2.2'],
  },
  {
    name: 'airvpn',
    file: {
      result: 'ok',
      servers: [
        {
          public_name: 'Invented',
          ip_v4_in1: '192.0.2.1',
          ip_v4_in2: '192.0.2.2',
          ip_v4_in4: '192.0.2.4',
          ip_v6_in1: '2001:db8::1',
        },
        { public_name: 'Nameless', ip_v4_in1: '', ip_entry: '192.0.2.9' },
      ],
    },
    ranges: ['192.0.2.1', '192.0.2.2', '192.0.2.4', '2001:db8::1'],
    rejected: 1,
  },
  {
    name: 'windscribe',
    file: {
      data: [
        {
          name: 'Nowhere',
          status: 1,
          groups: [
            {
              city: 'Nowhere',
              ping_ip: '192.0.2.1',
              wg_endpoint: 'xx.example.com',
              nodes: [{ ip: '192.0.2.2', ip2: '192.0.2.3', ip3: '192.0.2.4', hostname: 'xx.example.com', weight: 1 }],
            },
          ],
        },
        { name: 'Soon' },
      ],
      info: { revision: 1 },
    },
    ranges: ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'],
  },
  {
    name: 'privado',
    file: { servers: [{ ip: '192.0.2.1', hostname: 'xx.example.com' }, { hostname: 'yy.example.com' }] },
    ranges: ['192.0.2.1'],
    rejected: 1,
  },
  {
    name: 'nordvpn_v2',
    file: {
      servers: [
        {
          name: 'A',
          station: '192.0.2.1',
          status: 'online',
          ips: [{ ip: { ip: '192.0.2.1', version: 4 } }, { ip: { ip: '192.0.2.2' } }],
        },
        { name: 'B', station: '192.0.2.3', ipv6_station: '2001:db8::3', status: 'online' },
        { name: 'C', station: '192.0.2.4', station_ipv6: '', status: 'offline' },
      ],
      groups: [],
      technologies: [],
    },
    ranges: ['192.0.2.1', '192.0.2.2', '192.0.2.3', '2001:db8::3'],
  },
]
