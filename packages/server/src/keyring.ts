import type { Directory, PublicKey } from './ports/directory.ts'

/** A change of a key is obeyed after this time at the latest. */
const REREAD_MS = 5000

/** A key that is not known makes us look again, but at most this often: strangers cost next to nothing. */
const LOOK_AGAIN_MS = 100

/** The public keys at hand: every request needs one, and they hardly ever change. */
export interface Keyring {
  withText(key: string): Promise<PublicKey | undefined>
  numbered(number: number): Promise<PublicKey | undefined>
  /**
   * Whether any key allows an origin: a preflight names no key, so it is answered by this. What carries a key is
   * judged by that key afterwards.
   */
  allowsAnywhere(origin: string): Promise<boolean>
}

/** Whether a key may be used from an origin. No list: every origin. */
export const allows = ({ origins }: PublicKey, origin: string): boolean =>
  origins.length === 0 || origins.includes(origin)

/** A keyring that reads all keys now and then. */
export function createKeyring(directory: Pick<Directory, 'publicKeys'>, now: () => number): Keyring {
  let keys: readonly PublicKey[] = []
  let readAt = Number.NEGATIVE_INFINITY

  async function readOlderThan(ageMs: number): Promise<void> {
    const at = now()
    if (at - readAt < ageMs) return
    keys = await directory.publicKeys()
    readAt = at
  }

  async function find(wanted: (key: PublicKey) => boolean): Promise<PublicKey | undefined> {
    await readOlderThan(REREAD_MS)
    const known = keys.find(wanted)
    if (known) return known
    await readOlderThan(LOOK_AGAIN_MS)
    return keys.find(wanted)
  }

  return {
    withText: (text) => find(({ key }) => key === text),
    numbered: (wanted) => find(({ number }) => number === wanted),
    allowsAnywhere: async (origin) => {
      await readOlderThan(REREAD_MS)
      return keys.some((key) => allows(key, origin))
    },
  }
}
