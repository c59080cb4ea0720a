import type { Address } from './parse-address.ts'

/** The well-known prefix of translators, `64:ff9b::/96` (RFC 6052). */
const NAT64_PREFIX = 0x0064ff9b

/** `2002::/16`: 6to4 (RFC 3056). */
const SIX_TO_FOUR = 0x2002

/** `2001::/32`: Teredo (RFC 4380). */
const TEREDO_PREFIX = 0x20010000

/**
 * The IPv4 address that an IPv6 address stands for: behind a translator, at the end of a 6to4 tunnel, or of the home
 * router before a Teredo client. Undefined: it stands for none.
 */
export function embeddedIpv4(address: Address): Extract<Address, { version: 4 }> | undefined {
  if (address.version === 4) return
  const [first, second, third, fourth] = address.words
  const isMapped = first === 0 && second === 0 && third === 0xffff
  const isTranslated = first === NAT64_PREFIX && second === 0 && third === 0
  if (isMapped || isTranslated) return { version: 4, word: fourth }
  if (first >>> 16 === SIX_TO_FOUR) return { version: 4, word: (((first & 0xffff) << 16) | (second >>> 16)) >>> 0 }
  // Teredo inverts the bits, so that translators which rewrite addresses inside packets do not find it.
  if (first === TEREDO_PREFIX) return { version: 4, word: ~fourth >>> 0 }
  return
}
