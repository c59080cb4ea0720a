import type { Address } from '../parse-address.ts'
import { parseAddress } from '../parse-address.ts'

/** Rows of one family: ranges of addresses, and which network each belongs to. */
export interface AsnRows {
  /** First and last of every range, both included: two words each for IPv4, eight for IPv6. */
  readonly words: Uint32Array<ArrayBuffer>
  /** The network's number in `NetworkNames`, from 1 on. */
  readonly networks: Uint32Array<ArrayBuffer>
}

/** Networks by AS number, numbered as they come; 0 is none. */
export interface NetworkNames {
  readonly asns: number[]
  readonly names: string[]
  readonly numbers: Map<number, number>
}

export const createNetworkNames = (): NetworkNames => ({ asns: [0], names: [''], numbers: new Map() })

/** Longest name of the database of June 2026: 167 characters. */
const NAME_LENGTH_MAX = 200

/** A file that has more rows than this which are none is another file. */
const STRANGE_SHARE_MAX = 0.01

/** The highest AS number (RFC 6793). */
const ASN_MAX = 2 ** 32 - 1

const ROW = /^([^,]{2,45}),([^,]{2,45}),(\d{1,10}),(?:"((?:[^"]|"")*)"|([^"]*))$/

/**
 * Reads `first,last,AS number,name` rows of one family, addresses in their usual spelling, names quoted where needed.
 * Throws when more than a few rows are something else.
 */
export function readAsnRows(csv: string, version: Address['version'], known: NetworkNames): AsnRows {
  const lines = csv.split('\n')
  const words = new Uint32Array(lines.length * (version === 4 ? 2 : 8))
  const networks = new Uint32Array(lines.length)
  let count = 0
  let strange = 0
  for (const line of lines) {
    if (line === '') continue
    const row = readRow(line, version)
    if (row) {
      words.set(row.words, count * row.words.length)
      networks[count++] = numberOf(known, row.asn, row.name)
    } else strange++
  }
  if (strange > STRANGE_SHARE_MAX * (count + strange)) {
    throw new Error(`${strange} of ${count + strange} rows are not rows of networks.`)
  }
  return { words: words.slice(0, count * (version === 4 ? 2 : 8)), networks: networks.slice(0, count) }
}

function readRow(line: string, version: Address['version']) {
  const [, firstText = '', lastText = '', asnText = '', quoted, plain = ''] = ROW.exec(line) ?? []
  const first = parseAddress(firstText)
  const last = parseAddress(lastText)
  const asn = Number(asnText)
  if (first?.version !== version || last?.version !== version || asn === 0 || asn > ASN_MAX) return
  const words = [...wordsOf(first), ...wordsOf(last)]
  return isOrdered(words) ? { words, asn, name: quoted?.replaceAll('""', '"') ?? plain } : undefined
}

const wordsOf = (address: Address): readonly number[] => (address.version === 4 ? [address.word] : address.words)

/** Whether the first half of the words is no more than the second. */
function isOrdered(words: readonly number[]): boolean {
  const half = words.length / 2
  for (let at = 0; at < half; at++) {
    const difference = (words[at] ?? 0) - (words[half + at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return true
}

function numberOf({ asns, names, numbers }: NetworkNames, asn: number, name: string): number {
  const known = numbers.get(asn)
  if (known !== undefined) return known
  numbers.set(asn, asns.length)
  names.push(name.slice(0, NAME_LENGTH_MAX))
  return asns.push(asn) - 1
}
