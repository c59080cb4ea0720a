import { murmur128 } from './murmur.ts'
import { utf8 } from './utf8.ts'

/** How many names there are, and a digest of them in their order. */
export interface NameDigest {
  readonly count: number
  readonly digest: string
}

/** Digests a list that is too long to send; symbols go by their description. */
export const nameDigest = (names: readonly PropertyKey[]): NameDigest => ({
  count: names.length,
  digest: murmur128(utf8(names.map(String).join(' '))),
})
