import { isRecord, type JsonPath, jsonPath, valuesAt } from './json-values.ts'

/** One kind of entry in a JSON format. */
export interface JsonRecords {
  /** Where the entries are. */
  readonly at: JsonPath
  /** Where addresses stand in an entry; absent: the entry is the address. */
  readonly addresses?: readonly JsonPath[]
  /** Entries that are none, and are not counted. */
  readonly skip?: (record: unknown) => boolean
  /** Where an entry says what a proxy speaks. */
  readonly protocol?: JsonPath
  /** A port may stand behind the address. */
  readonly hasPort?: true
}

/** A JSON format: at least one kind of entry must be where it belongs, or the file is another. */
export interface JsonFormat {
  readonly records: readonly JsonRecords[]
  /** What to take out of the text before it is JSON. */
  readonly prepare?: (text: string) => string
}

const at = (path: string, ...addresses: readonly string[]): JsonRecords => ({
  at: jsonPath(path),
  ...(addresses.length === 0 ? {} : { addresses: addresses.map(jsonPath) }),
})

/** Whether an entry has this value at this key. */
const has =
  (key: string, value: unknown) =>
  (record: unknown): boolean =>
    isRecord(record) && Object.hasOwn(record, key) && record[key] === value

const numbered = (prefix: string): readonly string[] => [1, 2, 3, 4].map((number) => `${prefix}${number}`)

/** An exit has been seen leaving the network, or says of itself that it lets others leave. Other relays carry nobody's traffic to us. */
function isNoExit(relay: unknown): boolean {
  const hasLeft = valuesAt(relay, jsonPath('exit_addresses[]')).next().done !== true
  return isRecord(relay) && !hasLeft && ![...valuesAt(relay, jsonPath('flags[]'))].includes('Exit')
}

/** The keys of GitHub's servers stand among its address ranges. */
const isSshKey = (value: unknown): boolean => typeof value === 'string' && /^(?:ssh|ecdsa|sk)-/.test(value)

/** Formats of providers, as they were published between July 2025 and September 2026. */
export const jsonFormats = {
  /** Google's clouds and crawlers, and everybody who took over the shape. Bing's file holds control characters. */
  google_json: {
    records: [at('prefixes[]', 'ipv4Prefix', 'ipv6Prefix')],
    prepare: (text) => text.replace(/[^\x20-\x7e]/g, ' '),
  },
  aws_json: { records: [at('prefixes[]', 'ip_prefix'), at('ipv6_prefixes[]', 'ipv6_prefix')] },
  azure_json: { records: [at('values[].properties.addressPrefixes[]')] },
  oracle_json: { records: [at('regions[].cidrs[]', 'cidr')] },
  github_meta: { records: [{ ...at('{}[]'), skip: isSshKey }] },
  fastly_json: { records: [at('addresses[]'), at('ipv6_addresses[]')] },
  /** RIPEstat's prefixes that one AS announces. */
  ripestat_json: { records: [at('data.prefixes[]', 'prefix')] },
  /** Data centres by cloud, continent and city; or the hubs alone. */
  zscaler: { records: [at('hubPrefixes[]'), at('{}{}{}[]', 'range')] },
  feodo_json: { records: [at('[]', 'ip_address')] },
  /** Onionoo's details: exits only, with every address they are known by. Ask it for flags, or for exits alone. */
  onionoo: {
    records: [{ ...at('relays[]', 'exit_addresses[]', 'or_addresses[]'), skip: isNoExit, hasPort: true }],
  },
  /** monosans: where a proxy's traffic comes out counts, not where it is entered. */
  proxies_json: { records: [{ ...at('[]', 'exit_ip'), protocol: jsonPath('protocol') }] },
  mullvad: { records: [{ ...at('[]', 'ipv4_addr_in', 'ipv6_addr_in'), skip: has('active', false) }] },
  ivpn: {
    records: [at('wireguard[].hosts[]', 'host'), at('openvpn[].hosts[]', 'host'), at('openvpn[].ip_addresses[]')],
  },
  /** JSON, then a signature of it in base64. */
  pia: {
    records: [{ ...at('regions[]', 'servers{}[].ip'), skip: has('offline', true) }],
    prepare: (text) => text.slice(0, text.lastIndexOf('}') + 1),
  },
  airvpn: { records: [at('servers[]', ...numbered('ip_v4_in'), ...numbered('ip_v6_in'))] },
  windscribe: { records: [at('data[].groups[]', 'ping_ip', ...['ip', 'ip2', 'ip3'].map((ip) => `nodes[].${ip}`))] },
  privado: { records: [at('servers[]', 'ip')] },
  nordvpn_v2: {
    records: [
      {
        ...at('servers[]', 'station', 'station_ipv6', 'ipv6_station', 'ips[].ip.ip'),
        skip: (server) => isRecord(server) && server['status'] !== undefined && server['status'] !== 'online',
      },
    ],
  },
} as const satisfies Readonly<Record<string, JsonFormat>>
