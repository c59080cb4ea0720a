import { describe, expect, it } from 'vitest'
import { jsonListFiles } from '../../../test/json-list-files.ts'
import { randomNumbers } from '../../../test/random-numbers.ts'
import type { ParsedList } from '../list-parts.ts'
import { compareWords } from './limit-ranges.ts'
import { ListFormatError } from './list-format-error.ts'
import { type ParserName, parseList, parserNames } from './parse-list.ts'
import type { ParseOptions } from './parse-options.ts'

const OPTIONS: ParseOptions = { providerColumn: 1, paths: ['[]', 'prefixes[].ipv4Prefix'] }

/** Pieces of every format that is read by lines. */
const TEXT = [
  '192.0.2.1\t5\n192.0.2.0/24 # x\n2001:db8::/32\n192.0.2.1-192.0.2.9\nhttp://a:b@192.0.2.1:80\n',
  '{"cidr":"192.0.2.0/24"}\n{"type":"metadata","records":1}\n',
  '"a","b","192.0.2.1:80","ip:port","","","","","","90"\n192.0.2.0,192.0.2.255,"x"\n192.0.2.0\t192.0.2.255\t24\n',
  'ExitAddress 192.0.2.1 2026\n<server ip="192.0.2.1" status="1"/>\n',
].join('')

/** Keys that formats look for, and keys that every object seems to have. */
const KEYS = [
  'prefixes',
  'ipv4Prefix',
  'servers',
  'ip',
  'regions',
  'cidrs',
  'relays',
  'data',
  '__proto__',
  'constructor',
  'toString',
]

const random = randomNumbers(20261120)
const below = (limit: number): number => Math.floor(random() * limit)
const oneOf = (choices: readonly string[]): string => choices[below(choices.length)] ?? ''
const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => below(256)))

const kinds: readonly ((name: ParserName) => Buffer)[] = [
  () => noise(below(400)),
  () => Buffer.concat([Buffer.from(random() < 0.5 ? [0x1f, 0x8b, 8] : [0x50, 0x4b, 3, 4]), noise(below(400))]),
  () => Buffer.from(JSON.stringify(randomJson(6))),
  mutated,
  mutated,
]

describe('whatever bytes come', () => {
  it.each(parserNames)('%s gives a sound list or one error of its kind', (name) => {
    let lists = 0
    for (let round = 0; round < 600; round++) {
      const list = attempt(name, kinds[round % kinds.length]?.(name) ?? Buffer.alloc(0))
      if (list === undefined) continue
      lists++
      expect(faultsOf(list)).toEqual([])
    }
    expect(lists).toBeGreaterThan(50)
  })
})

/** A file of the format in which up to three bytes are others, cut off now and then. */
function mutated(name: ParserName): Buffer {
  const file = jsonListFiles.find((sample) => sample.name === name)?.file
  const bytes = Buffer.from(
    file === undefined ? (name === 'json_path' ? '["192.0.2.1","x"]' : TEXT) : JSON.stringify(file),
  )
  for (let times = below(4); times > 0; times--)
    bytes[below(bytes.length)] = random() < 0.5 ? 48 + below(10) : below(256)
  return bytes.subarray(0, random() < 0.8 ? bytes.length : below(bytes.length))
}

function randomJson(depth: number): unknown {
  const kind = depth === 0 ? 2 : below(4)
  const length = below(4)
  if (kind === 0) return Array.from({ length }, () => randomJson(depth - 1))
  if (kind === 1) return Object.fromEntries(Array.from({ length }, () => [oneOf(KEYS), randomJson(depth - 1)]))
  return [null, 5, true, '', 'x', '192.0.2.1', '2001:db8::/32'][below(7)]
}

/** Undefined: the file was refused. Every other error is a fault of the parser. */
function attempt(name: ParserName, bytes: Uint8Array): ParsedList | undefined {
  try {
    return parseList(name, bytes, OPTIONS)
  } catch (error) {
    if (!(error instanceof ListFormatError)) throw error
    expect(error.message).toMatch(/^[\x20-\x7e]{10,250}$/)
    return undefined
  }
}

function faultsOf({ parts, accepted, rejected, rejectedExamples }: ParsedList): readonly string[] {
  const faults: string[] = []
  if (rejectedExamples.length !== Math.min(rejected, 5)) faults.push('the number of examples')
  if (rejectedExamples.some((example) => !/^[\x20-\x7e]{0,80}$/.test(example))) faults.push('an example')
  let ranges = 0
  for (const { v4, v6 } of parts.map((part) => part.ranges)) {
    if (v4.length + v6.length === 0) faults.push('an empty part')
    ranges += v4.length / 2 + v6.length / 8
    for (let at = 0; at < v4.length; at += 2) if ((v4[at] ?? 0) > (v4[at + 1] ?? 0)) faults.push('an IPv4 range')
    for (let at = 0; at < v6.length; at += 8) if (compareWords(v6, at, v6, at + 4) > 0) faults.push('an IPv6 range')
  }
  if (ranges !== accepted) faults.push('the number of ranges')
  return faults
}
