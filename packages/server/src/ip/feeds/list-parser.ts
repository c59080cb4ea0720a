import type { ParsedList } from '../list-parts.ts'

/** The formats that lists of the wild come in. */
export const parserNames = [
  'plain',
  'counted',
  'ranges',
  'dshield',
  'csv_column',
  'geofeed',
  'google_json',
  'aws_json',
  'azure_json',
  'oracle_json',
  'github_meta',
  'fastly_json',
  'spamhaus_jsonl',
  'feodo_json',
  'threatfox_csv',
  'onionoo',
  'tor_exit_addresses',
  'proxies',
  'proxies_json',
  'mullvad',
  'ivpn',
  'pia',
  'airvpn',
  'windscribe',
  'privado',
  'nordvpn_v2',
  'wlvpn_xml',
  'zscaler',
] as const
export type ParserName = (typeof parserNames)[number]

/** What a parser is told beside the bytes. */
export interface ListParserOptions {
  /** Whom the list names, where it does not say so itself. */
  readonly provider?: string
  /** CIDRs outside of which entries do not count. */
  readonly within?: readonly string[]
  /** The most bytes the list may unpack to. */
  readonly unpackedBytesMax?: number
}

/** Reads a list. Bad entries are counted and left out; throws when the whole is not of its format. */
export type ListParser = (name: ParserName, bytes: Uint8Array, options: ListParserOptions) => ParsedList
