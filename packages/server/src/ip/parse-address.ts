import { isIPv6 } from 'node:net'

/** An address as numbers: IPv4 as one unsigned 32-bit word, IPv6 as four, the most significant first. */
export type Address =
  | { readonly version: 4; readonly word: number }
  | { readonly version: 6; readonly words: readonly [number, number, number, number] }

const DIGIT_0 = 48
const DIGIT_9 = 57
const DOT = 46

/** Reads an address in any of its usual spellings; `::ffff:1.2.3.4` is IPv4, a zone is left out. Undefined: it is none. */
export function parseAddress(text: string): Address | undefined {
  const word = parseIpv4(text, 0, text.length)
  if (word !== undefined) return { version: 4, word }
  const zoneAt = text.indexOf('%')
  const plain = zoneAt < 0 ? text : text.slice(0, zoneAt)
  return isIPv6(plain) ? parseIpv6(plain) : undefined
}

/**
 * Dotted decimal between two positions. Undefined: it is none, or it has leading zeros, which some programs read as octal.
 * Reads characters instead of splitting, because the lists have a million lines and every request asks once.
 */
export function parseIpv4(text: string, from: number, to: number): number | undefined {
  let word = 0
  let part = -1
  let parts = 0
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : DOT
    if (code === DOT) {
      if (part < 0) return
      word = word * 256 + part
      part = -1
      parts++
    } else if (code >= DIGIT_0 && code <= DIGIT_9 && part !== 0) {
      part = (part < 0 ? 0 : part * 10) + code - DIGIT_0
      if (part > 255) return
    } else return
  }
  return parts === 4 ? word : undefined
}

/** The text is known to be IPv6. */
function parseIpv6(text: string): Address {
  const dotted = text.lastIndexOf('.') < 0 ? undefined : parseIpv4(text, text.lastIndexOf(':') + 1, text.length)
  const hex = dotted === undefined ? text : `${text.slice(0, text.lastIndexOf(':') + 1)}${hexGroups(dotted)}`
  const [left = '', right] = hex.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const groups = new Uint16Array(8)
  head.forEach((group, index) => {
    groups[index] = Number.parseInt(group, 16)
  })
  tail.forEach((group, index) => {
    groups[8 - tail.length + index] = Number.parseInt(group, 16)
  })
  const wordAt = (index: number): number => ((groups[index] ?? 0) * 65536 + (groups[index + 1] ?? 0)) >>> 0
  const words = [wordAt(0), wordAt(2), wordAt(4), wordAt(6)] as const
  const isMapped = words[0] === 0 && words[1] === 0 && words[2] === 0xffff
  return isMapped ? { version: 4, word: words[3] } : { version: 6, words }
}

const hexGroups = (word: number): string => `${(word >>> 16).toString(16)}:${(word & 0xffff).toString(16)}`
