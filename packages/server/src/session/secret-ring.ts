import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import type { Directory } from '../ports/directory.ts'
import { StorageFailure } from '../ports/storage-failure.ts'

/** A fresh secret every day, so that one that leaks opens little. */
const ROTATE_AFTER_MS = 24 * 3_600_000

/** A late payload may come 24 hours after its session, and that after a day of use as the newest: three days are ample. */
export const SECRET_KEPT_MS = 3 * 24 * 3_600_000

/** Unknown numbers make us ask the store at most this often, so that forgers cost next to nothing. */
const ASK_AGAIN_MS = 100

/** A secret of the ring. */
export interface RingSecret {
  readonly number: number
  readonly key: KeyObject
}

/** The rotating secrets behind sessions. They live in the store, made at need, shared by all processes. */
export interface SecretRing {
  newest(at: EpochMs): Promise<RingSecret>
  numbered(number: number, at: EpochMs): Promise<RingSecret | undefined>
}

/** A ring that keeps what it has read in memory. */
export function createSecretRing(directory: Pick<Directory, 'sessionSecrets' | 'addSessionSecret'>): SecretRing {
  const known = new Map<number, RingSecret>()
  let askedAt = Number.NEGATIVE_INFINITY
  let newest: (RingSecret & { readonly madeAt: EpochMs }) | undefined

  async function refresh(at: EpochMs): Promise<void> {
    askedAt = at
    for (const { number, bytes, madeAt } of await directory.sessionSecrets()) {
      if (!known.has(number)) known.set(number, { number, key: createSecretKey(bytes) })
      const secret = known.get(number)
      if (secret && (newest === undefined || madeAt > newest.madeAt)) newest = { ...secret, madeAt }
    }
  }

  /** A store that cannot be written leaves us with the one we have, a while longer. */
  async function add(at: EpochMs): Promise<void> {
    try {
      await directory.addSessionSecret(randomBytes(32), at, (at - SECRET_KEPT_MS) as EpochMs)
    } catch (error) {
      if (newest === undefined || !(error instanceof StorageFailure)) throw error
    }
    await refresh(at)
  }

  return {
    async newest(at) {
      if (newest === undefined || at - newest.madeAt > ROTATE_AFTER_MS) await refresh(at)
      if (newest === undefined || at - newest.madeAt > ROTATE_AFTER_MS) {
        await add(at)
      }
      if (newest === undefined) throw new Error('The store took a session secret and does not show it.')
      return newest
    },
    async numbered(number, at) {
      // Another process may have made it a moment ago.
      if (!known.has(number) && at - askedAt >= ASK_AGAIN_MS) await refresh(at)
      return known.get(number)
    },
  }
}
