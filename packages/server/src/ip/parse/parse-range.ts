import { parseIpv4 } from '../parse-address.ts'
import { compareWords } from './limit-ranges.ts'
import type { RangeSink } from './range-builder.ts'
import { readIpv6 } from './read-ipv6.ts'

/** Two IPv6 addresses of 45 characters each, with a dash and spaces, are 93: longer texts are not looked at. */
const RANGE_CHARS_MAX = 100

const IPV4_BITS = 32
const IPV6_BITS = 128
/** `::ffff:0:0/96`: IPv4 addresses in the coat of IPv6. */
const MAPPED_BITS = 96

const DASH = 45
const SLASH = 47
const COLON = 58

/**
 * Reads an address, a CIDR block or `first-last` between two positions and hands it to the sink. Bits of a block behind its
 * prefix are cleared; `::ffff:1.2.3.4` is IPv4. False: it is none of these, and the sink has got nothing.
 */
export function parseRange(text: string, from: number, to: number, sink: RangeSink): boolean {
  if (to <= from || to - from > RANGE_CHARS_MAX) return false
  let slashAt = -1
  let dashAt = -1
  let isIpv6 = false
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === COLON) isIpv6 = true
    else if (code === SLASH) slashAt = at
    else if (code === DASH && dashAt < 0) dashAt = at
  }
  if (dashAt >= 0) return parseSpan(text, from, dashAt, dashAt + 1, to, sink)
  if (isIpv6) return parseIpv6Block(text, from, slashAt < 0 ? to : slashAt, to, sink)
  const word = parseIpv4(text, from, slashAt < 0 ? to : slashAt)
  const bits = slashAt < 0 ? IPV4_BITS : readPrefix(text, slashAt + 1, to, IPV4_BITS)
  if (word === undefined || bits === undefined) return false
  addIpv4Block(word, bits, sink)
  return true
}

/** Reads a first and a last address, each between two positions of its own; spaces around them do not count. */
export function parseSpan(
  text: string,
  firstFrom: number,
  firstTo: number,
  lastFrom: number,
  lastTo: number,
  sink: RangeSink,
): boolean {
  const words = new Uint32Array(8)
  if (!readAddress(text, firstFrom, firstTo, words, 0) || !readAddress(text, lastFrom, lastTo, words, 4)) return false
  if (isMapped(words, 0) !== isMapped(words, 4) || compareWords(words, 0, words, 4) > 0) return false
  if (isMapped(words, 0)) sink.addIpv4(words[3] ?? 0, words[7] ?? 0)
  else sink.addIpv6(words)
  return true
}

/** Either family as four words: IPv4 as IPv6 maps it. */
function readAddress(text: string, from: number, to: number, words: Uint32Array, into: number): boolean {
  let start = from
  let end = to
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  if (end - start > RANGE_CHARS_MAX) return false
  const word = parseIpv4(text, start, end)
  if (word === undefined) return readIpv6(text, start, end, words, into)
  words[into + 2] = 0xffff
  words[into + 3] = word
  return true
}

function parseIpv6Block(text: string, from: number, addressTo: number, to: number, sink: RangeSink): boolean {
  const words = new Uint32Array(8)
  const bits = addressTo === to ? IPV6_BITS : readPrefix(text, addressTo + 1, to, IPV6_BITS)
  if (bits === undefined || !readIpv6(text, from, addressTo, words, 0)) return false
  if (isMapped(words, 0) && bits >= MAPPED_BITS) {
    addIpv4Block(words[3] ?? 0, bits - MAPPED_BITS, sink)
    return true
  }
  for (let at = 0; at < 4; at++) {
    const mask = maskOf(bits - at * 32)
    const word = words[at] ?? 0
    words[at] = word & mask
    words[at + 4] = word | ~mask
  }
  sink.addIpv6(words)
  return true
}

function addIpv4Block(word: number, bits: number, sink: RangeSink): void {
  const mask = maskOf(bits)
  sink.addIpv4((word & mask) >>> 0, (word | ~mask) >>> 0)
}

/** The mask of one word of which so many bits, from the left, are fixed. */
function maskOf(bits: number): number {
  if (bits <= 0) return 0
  return bits >= 32 ? -1 : -1 << (32 - bits)
}

/** Up to three digits without a zero in front. */
function readPrefix(text: string, from: number, to: number, bitsMax: number): number | undefined {
  if (to <= from || to - from > 3 || (to - from > 1 && text.charCodeAt(from) === 48)) return
  let bits = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return
    bits = bits * 10 + digit
  }
  return bits <= bitsMax ? bits : undefined
}

function isMapped(words: Uint32Array, at: number): boolean {
  return words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0xffff
}
