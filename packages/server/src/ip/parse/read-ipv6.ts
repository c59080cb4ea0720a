import { parseIpv4 } from '../parse-address.ts'

const GROUPS = 8
const GROUP_DIGITS_MAX = 4
const COLON = 58
const DOT = 46

/**
 * Reads the IPv6 address between two positions into four words, from word `into` on. False: it is none, and the words are as
 * they may be. A zone (`%eth0`) makes it none: no list can mean the network card of a stranger.
 */
export function readIpv6(text: string, from: number, to: number, words: Uint32Array, into: number): boolean {
  const groups = [0, 0, 0, 0, 0, 0, 0, 0]
  let count = 0
  let gapAt = -1
  let at = from
  if (text.charCodeAt(at) === COLON) {
    if (at + 1 >= to || text.charCodeAt(at + 1) !== COLON) return false
    gapAt = 0
    at += 2
  }
  while (at < to) {
    const start = at
    let group = 0
    for (let digit = hexDigit(text.charCodeAt(at)); digit >= 0; digit = hexDigit(text.charCodeAt(at))) {
      group = group * 16 + digit
      at++
      if (at >= to || at - start > GROUP_DIGITS_MAX) break
    }
    if (at < to && text.charCodeAt(at) === DOT) {
      const dotted = parseIpv4(text, start, to)
      if (dotted === undefined || count > GROUPS - 2) return false
      groups[count++] = dotted >>> 16
      groups[count++] = dotted & 0xffff
      break
    }
    if (count === GROUPS || at === start || at - start > GROUP_DIGITS_MAX) return false
    groups[count++] = group
    if (at === to) break
    if (text.charCodeAt(at) !== COLON || ++at === to) return false
    if (text.charCodeAt(at) === COLON) {
      if (gapAt >= 0) return false
      gapAt = count
      at++
    }
  }
  if (gapAt < 0 ? count < GROUPS : count === GROUPS) return false
  putGroups(groups, count, gapAt, words, into)
  return true
}

function putGroups(groups: readonly number[], count: number, gapAt: number, words: Uint32Array, into: number): void {
  const gap = GROUPS - count
  const groupAt = (index: number): number => {
    if (gapAt < 0 || index < gapAt) return groups[index] ?? 0
    return index < gapAt + gap ? 0 : (groups[index - gap] ?? 0)
  }
  for (let word = 0; word < 4; word++) {
    words[into + word] = groupAt(word * 2) * 65536 + groupAt(word * 2 + 1)
  }
}

/** -1: the character is none. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 97 && code <= 102) return code - 87
  return code >= 65 && code <= 70 ? code - 55 : -1
}
