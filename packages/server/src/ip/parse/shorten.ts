/** Longest excerpt of a foreign file that is shown, in characters: a line of a terminal. */
export const EXCERPT_CHARS_MAX = 80

/** How much is looked at: what stands later cannot reach the excerpt, even when names in front of `@` are taken out. */
const LOOKED_AT_CHARS_MAX = 400

/**
 * An excerpt of a foreign file that is safe on a terminal and in a page of ours: one line of printable ASCII. Whatever stands
 * before an `@` is left out, because lists of proxies carry passwords there, and others the addresses of people.
 */
export function shorten(text: string): string {
  const plain = text
    .slice(0, LOOKED_AT_CHARS_MAX)
    .replace(/\s+/g, ' ')
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/\S*@/g, '***@')
    .trim()
  return ownCopy(plain.length > EXCERPT_CHARS_MAX ? `${plain.slice(0, EXCERPT_CHARS_MAX - 3)}...` : plain)
}

/** The same text in memory of its own: the engine's slices of a text keep the whole of it, here megabytes, alive. */
export function ownCopy(slice: string): string {
  return Buffer.from(slice).toString()
}
