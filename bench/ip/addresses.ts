import type { Random } from '../ingest/random.ts'
import { drawIpv6Network } from './lists.ts'

/** Random addresses as texts, one of four IPv6. */
export const drawAddresses = (count: number, random: Random): readonly string[] =>
  Array.from({ length: count }, (_, index) => (index % 4 === 3 ? ipv6Text(random) : ipv4Text(random.int(2 ** 32))))

/** Dotted decimal. */
export const ipv4Text = (word: number): string =>
  [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff].join('.')

function ipv6Text(random: Random): string {
  const words = [...drawIpv6Network(random), random.int(2 ** 32), random.int(2 ** 32)]
  return words.map((word) => `${(word >>> 16).toString(16)}:${(word & 0xffff).toString(16)}`).join(':')
}
