import type { ParserName } from '../../packages/server/src/ip/parse/parse-list.ts'

type Write = (entries: readonly string[]) => string

const json =
  (shape: (entries: readonly string[]) => unknown): Write =>
  (entries) =>
    JSON.stringify(shape(entries))

const lines =
  (line: (entry: string) => string, ...head: readonly string[]): Write =>
  (entries) =>
    [...head, ...entries.map(line), ''].join('\n')

const isIpv6 = (entry: string): boolean => entry.includes(':')
const v4Of = (entries: readonly string[]): readonly string[] => entries.filter((entry) => !isIpv6(entry))
const v6Of = (entries: readonly string[]): readonly string[] => entries.filter(isIpv6)

/** How each format is written, with what its readers do not look at left out or invented. */
const writers: Readonly<Partial<Record<ParserName, Write>>> = {
  plain: lines((entry) => entry, '# written for a test'),
  counted: lines((entry) => `${entry}\t4`, '# written for a test'),
  geofeed: lines((entry) => `${entry},DE,DE-BE,Berlin,`),
  csv_column: lines((entry) => entry),
  proxies: lines((entry) => `http://${entry}:8080`),
  threatfox_csv: (entries) =>
    lines(
      (entry) =>
        `"2026-11-20 10:00:00", "1", "${entry}:443", "ip:port", "botnet_cc", "win.invented", "", "Invented", "", "100", "False"`,
      '# written for a test',
    )(entries),
  spamhaus_jsonl: (entries) =>
    [
      ...entries.map((cidr) => JSON.stringify({ cidr, sblid: 'SBL1', rir: 'invented' })),
      JSON.stringify({ type: 'metadata', records: entries.length }),
    ].join('\n'),
  wlvpn_xml: (entries) =>
    `<servers>${entries.map((ip) => `<server ip="${ip}" status="1" visible="1"/>`).join('\n')}</servers>`,
  google_json: json((entries) => ({
    prefixes: entries.map((entry) => (isIpv6(entry) ? { ipv6Prefix: entry } : { ipv4Prefix: entry })),
  })),
  aws_json: json((entries) => ({
    prefixes: v4Of(entries).map((ip_prefix) => ({ ip_prefix, region: 'nowhere-1', service: 'AMAZON' })),
    ipv6_prefixes: v6Of(entries).map((ipv6_prefix) => ({ ipv6_prefix, region: 'nowhere-1', service: 'AMAZON' })),
  })),
  azure_json: json((addressPrefixes) => ({ values: [{ name: 'Invented', properties: { addressPrefixes } }] })),
  oracle_json: json((entries) => ({ regions: [{ region: 'nowhere-1', cidrs: entries.map((cidr) => ({ cidr })) }] })),
  github_meta: json((entries) => ({ ssh_keys: ['ssh-rsa AAAA'], hooks: entries })),
  fastly_json: json((entries) => ({ addresses: v4Of(entries), ipv6_addresses: v6Of(entries) })),
  zscaler: json((entries) => ({
    'example.net': { 'continent : EMEA': { nowhere: entries.map((range) => ({ range })) } },
  })),
  feodo_json: json((entries) => entries.map((ip_address) => ({ ip_address, port: 443, malware: 'Invented' }))),
  onionoo: json((entries) => ({
    relays: entries.map((entry) => ({ or_addresses: [], exit_addresses: [entry], flags: ['Exit', 'Running'] })),
  })),
  proxies_json: json((entries) => entries.map((exit_ip) => ({ protocol: 'http', host: exit_ip, port: 8080, exit_ip }))),
  mullvad: json((entries) => entries.map((ipv4_addr_in) => ({ active: true, ipv4_addr_in }))),
  ivpn: json((entries) => ({ wireguard: [{ hosts: entries.map((host) => ({ host })) }], openvpn: [] })),
  pia: (entries) =>
    `${JSON.stringify({ regions: [{ offline: false, servers: { wg: entries.map((ip) => ({ ip })) } }] })}\n\nc2lnbmF0dXJl`,
  airvpn: json((entries) => ({ servers: entries.map((ip_v4_in1) => ({ ip_v4_in1 })) })),
  windscribe: json((entries) => ({
    data: [{ groups: entries.map((ip) => ({ ping_ip: ip, nodes: [{ ip }] })) }],
  })),
  privado: json((entries) => ({ servers: entries.map((ip) => ({ ip })) })),
  nordvpn_v2: json((entries) => ({ servers: entries.map((station) => ({ station, status: 'online' })) })),
}

/** A list as its publisher would write it. */
export function writeList(parser: ParserName, entries: readonly string[]): string {
  const write = writers[parser]
  if (!write) throw new Error(`No test writes lists of the format ${parser} yet.`)
  return write(entries)
}
