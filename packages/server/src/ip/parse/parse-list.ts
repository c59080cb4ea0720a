import type { ParsedList } from '../list-parts.ts'
import { collectEntries } from './collect-entries.ts'
import { decodeText } from './decode-text.ts'
import { jsonFormats } from './json-formats.ts'
import { ListFormatError } from './list-format-error.ts'
import { parseCounted } from './parse-counted.ts'
import { parseCsvColumn } from './parse-csv-column.ts'
import { parseDshield } from './parse-dshield.ts'
import { parseGeofeed } from './parse-geofeed.ts'
import { jsonParser, parseJsonPath } from './parse-json.ts'
import type { ParseOptions } from './parse-options.ts'
import { parsePlain } from './parse-plain.ts'
import { parseProxies } from './parse-proxies.ts'
import { parseRanges } from './parse-ranges.ts'
import { parseSpamhausJsonl } from './parse-spamhaus-jsonl.ts'
import type { ParseText } from './parse-text.ts'
import { parseThreatfoxCsv } from './parse-threatfox-csv.ts'
import { parseTorExitAddresses } from './parse-tor-exit-addresses.ts'
import { parseWlvpnXml } from './parse-wlvpn-xml.ts'
import { unpack } from './unpack.ts'

/**
 * The most bytes a list may unpack to where the caller names no limit. The largest list we know of, a database of AS numbers
 * as JSON, was 60 MB in 2026.
 */
export const UNPACKED_BYTES_MAX = 64 * 1024 * 1024

/** How pages begin that come instead of a list: errors, challenges for browsers, sign-in pages of a hotel's network. */
const PAGE = /^\s*<(?:!doctype\s+html|html|head|body)\b/i
const PAGE_CHARS = 500

const textFormats = {
  plain: parsePlain,
  counted: parseCounted,
  ranges: parseRanges,
  dshield: parseDshield,
  csv_column: parseCsvColumn,
  geofeed: parseGeofeed,
  threatfox_csv: parseThreatfoxCsv,
  spamhaus_jsonl: parseSpamhausJsonl,
  tor_exit_addresses: parseTorExitAddresses,
  proxies: parseProxies,
  wlvpn_xml: parseWlvpnXml,
  json_path: parseJsonPath,
} as const satisfies Readonly<Record<string, ParseText>>

/** The name of a format, as the table of feeds and the settings write it. */
export type ParserName = keyof typeof textFormats | keyof typeof jsonFormats

/** Every format there is a parser of. */
export const parserNames: readonly ParserName[] = Object.keys({ ...textFormats, ...jsonFormats }).filter(isParserName)

/** Whether there is a parser of this name. */
export function isParserName(name: string): name is ParserName {
  return Object.hasOwn(textFormats, name) || Object.hasOwn(jsonFormats, name)
}

/**
 * Makes a list of the bytes of one file, packed (gzip, zip) or not. Entries that are not understood are counted and the
 * first are shown; throws `ListFormatError` when the file as a whole is not of the format. Blocks until it is done: a list
 * of a million lines takes a few tenths of a second, so it belongs in a worker.
 */
export function parseList(name: ParserName, bytes: Uint8Array, options: ParseOptions = {}): ParsedList {
  const text = decodeText(unpack(bytes, options.unpackedBytesMax ?? UNPACKED_BYTES_MAX))
  if (PAGE.test(text.slice(0, PAGE_CHARS))) throw new ListFormatError('The file is a web page (HTML), not a list.')
  const entries = collectEntries(options)
  const parseText = isJsonFormat(name) ? jsonParser(jsonFormats[name]) : textFormats[name]
  parseText(text, entries, options)
  return entries.finish()
}

function isJsonFormat(name: ParserName): name is keyof typeof jsonFormats {
  return Object.hasOwn(jsonFormats, name)
}
