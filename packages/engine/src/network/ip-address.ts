/** An address as numbers: four bytes, or eight groups of sixteen bits. An IPv4 address in IPv6 clothes is IPv4. */
export type IpAddress =
  | { readonly family: 4; readonly parts: readonly number[] }
  | { readonly family: 6; readonly parts: readonly number[] }

/** No address is longer, with a zone in it (RFC 4291, RFC 4007). */
const TEXT_LENGTH_MAX = 64

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
const GROUP = /^[\da-f]{1,4}$/i

/** Reads an address in its usual spellings; undefined: it is none. */
export function ipAddress(text: string): IpAddress | undefined {
  if (text.length > TEXT_LENGTH_MAX) return
  const bytes = ipv4Bytes(text)
  if (bytes) return { family: 4, parts: bytes }
  const groups = ipv6Groups(text.split('%', 1)[0] ?? '')
  if (!groups) return
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (!isMapped) return { family: 6, parts: groups }
  return { family: 4, parts: groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]) }
}

function ipv4Bytes(text: string): readonly number[] | undefined {
  const bytes = IPV4.exec(text)?.slice(1).map(Number)
  return bytes?.every((byte) => byte <= 255) ? bytes : undefined
}

function ipv6Groups(text: string): readonly number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(groupsOf)))
  if (head === undefined) return
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return
  const groups = [...head, ...Array<number>(tail ? missing : 0).fill(0), ...(tail ?? [])]
  return groups.some(Number.isNaN) ? undefined : groups
}

function groupsOf(text: string): readonly number[] {
  const bytes = ipv4Bytes(text)
  if (!bytes) return [GROUP.test(text) ? Number.parseInt(text, 16) : Number.NaN]
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  return [a * 256 + b, c * 256 + d]
}

/**
 * Whether the address is one that others on the internet could see: none of private networks, of the machine itself, of the
 * link, of a carrier's inside, and no group's (RFC 6890). Ranges for documentation count as others' addresses.
 */
export function isOutside({ family, parts }: IpAddress): boolean {
  const [a = 0, b = 0] = parts
  if (family === 6) return a >= 0x2000 && a < 0x4000
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false
  if (a === 100) return b < 64 || b > 127
  if (a === 169) return b !== 254
  if (a === 172) return b < 16 || b > 31
  return !(a === 192 && b === 168)
}

/** Whether the first bits of two addresses of one family are alike; bits are whole bytes of IPv4, whole groups of IPv6. */
export function sharePrefix(one: IpAddress, other: IpAddress, bits: number): boolean {
  if (one.family !== other.family) return false
  const count = bits / (one.family === 4 ? 8 : 16)
  return one.parts.slice(0, count).every((part, index) => part === other.parts[index])
}
