import type { AcceptedList, AddressRanges, ListPart } from '../src/ip/list-parts.ts'
import { type Address, parseAddress } from '../src/ip/parse-address.ts'

/** The address that a text of a test stands for. */
export function addressOf(text: string): Address {
  const address = parseAddress(text)
  if (!address) throw new Error(`${text} is no address.`)
  return address
}

/** Ranges from texts: an address, or `first-last`. */
export function rangesOf(...texts: readonly string[]): AddressRanges {
  const v4: number[] = []
  const v6: number[] = []
  for (const text of texts) {
    const [first = '', last = first] = text.split('-')
    for (const address of [first, last].map(addressOf)) {
      if (address.version === 4) v4.push(address.word)
      else v6.push(...address.words)
    }
  }
  return { v4: Uint32Array.from(v4), v6: Uint32Array.from(v6) }
}

/** A list of VPN servers with one part; anything else of it or of its part is given. */
export function aList(
  texts: readonly string[],
  { part, ...list }: Partial<AcceptedList> & { readonly part?: Partial<ListPart> } = {},
): AcceptedList {
  return { feed: 'test-vpn', kind: 'vpn', parts: [{ provider: null, ranges: rangesOf(...texts), ...part }], ...list }
}
