import type { Directory, PublicKey } from './ports/directory.ts'

/** A change of a key's origins is obeyed after this time at the latest. */
const REREAD_MS = 5000

/** Whether a key may be used from an origin. No list: every origin. */
export const allows = ({ origins }: PublicKey, origin: string): boolean =>
  origins.length === 0 || origins.includes(origin)

/**
 * Whether any key allows an origin: a preflight names no key, so it is answered by this. What carries a key is
 * judged by that key afterwards.
 */
export function createAllowedAnywhere(
  directory: Pick<Directory, 'publicKeys'>,
  now: () => number,
): (origin: string) => Promise<boolean> {
  let keys: readonly PublicKey[] = []
  let readAt = Number.NEGATIVE_INFINITY
  return async (origin) => {
    if (now() - readAt > REREAD_MS) {
      readAt = now()
      keys = await directory.publicKeys()
    }
    return keys.some((key) => allows(key, origin))
  }
}
