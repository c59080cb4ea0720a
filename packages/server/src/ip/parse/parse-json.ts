import type { EntryCollector } from './collect-entries.ts'
import { endpointAddress } from './endpoint-address.ts'
import type { JsonFormat, JsonRecords } from './json-formats.ts'
import { hasShape, jsonPath, showPath, showValue, valuesAt } from './json-values.ts'
import { ListFormatError } from './list-format-error.ts'
import { proxyParts, proxyProtocol } from './parse-proxies.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import type { RangeSink } from './range-builder.ts'

/** Reads one of the JSON formats. */
export function jsonParser(format: JsonFormat): ParseText {
  return (text, entries) => readRecords(parseJson(format.prepare?.(text) ?? text), format.records, entries)
}

/** `json_path`: addresses wherever the option `paths` says. */
export const parseJsonPath: ParseText = (text, entries, { paths = [] }) => {
  if (paths.length === 0) throw new ListFormatError('The format "json_path" must be told "paths".')
  const records = paths.map((path) => ({ at: jsonPath(path) }))
  readRecords(parseJson(text), records, entries)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ListFormatError('Expected JSON; the file is none, or it is cut off.')
  }
}

function readRecords(root: unknown, kinds: readonly JsonRecords[], entries: EntryCollector): void {
  if (!kinds.some((kind) => hasShape(root, kind.at))) {
    const places = kinds.map((kind) => `"${showPath(kind.at)}"`).join(' or ')
    throw new ListFormatError(`Expected JSON with entries at ${places}; it has none there.`)
  }
  const partOf = proxyParts(entries)
  for (const kind of kinds) {
    for (const record of valuesAt(root, kind.at)) {
      if (kind.skip?.(record)) continue
      const [protocol] = kind.protocol === undefined ? [] : valuesAt(record, kind.protocol)
      readRecord(record, kind, entries, partOf(typeof protocol === 'string' ? proxyProtocol(protocol) : undefined))
    }
  }
}

/** Every address of an entry once, however often it stands there; an entry without any is rejected. */
function readRecord(record: unknown, kind: JsonRecords, entries: EntryCollector, part: RangeSink): void {
  const found = kind.addresses?.flatMap((path) => [...valuesAt(record, path)]) ?? [record]
  const addresses = new Set(found.filter((value) => value !== '').map(kind.hasPort ? withoutPort : trimmed))
  if (addresses.size === 0) entries.reject(`${showValue(record)} without an address`)
  for (const address of addresses) {
    if (typeof address !== 'string') entries.reject(showValue(address))
    else entries.note(parseRange(address, 0, address.length, part), address, 0, address.length)
  }
}

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value)

function withoutPort(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const bounds = endpointAddress(value, 0, value.length)
  return bounds === undefined ? value : value.slice(bounds.from, bounds.to)
}
