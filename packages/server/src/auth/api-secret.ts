import { hash } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import { ApiError } from '../api-error.ts'
import { randomText } from '../ids.ts'
import type { ApiSecret, Directory, Scope } from '../ports/directory.ts'
import { isInNetworks } from './in-networks.ts'

const SECRET = /^Bearer (tracio_sk_[0-9a-z]{48})$/

/** A new API secret: 248 bits of luck. It is shown once; only its hash is stored. */
export const newApiSecret = (): string => `tracio_sk_${randomText('0123456789abcdefghijklmnopqrstuvwxyz', 48)}`

/** SHA-256. Looking up by a hash tells nothing by its timing: a caller cannot choose the hash's beginning. */
export const hashApiSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** What a request says of its sender. Our requests are of this shape: see `client-address.ts` for whose address it is. */
export interface Caller {
  readonly headers: { readonly authorization?: string | undefined }
  readonly address: string
}

/** What checking a secret needs of the server. */
export interface AuthoriseDeps {
  readonly directory: Pick<Directory, 'apiSecret'>
  readonly now: () => EpochMs
}

/**
 * Finds the secret of an Authorization header. Throws an `ApiError` when it is missing, unknown, revoked or expired,
 * lacks the scope, or may not be used from the caller's address.
 */
export async function authorise(
  { headers, address }: Caller,
  scope: Scope,
  { directory, now }: AuthoriseDeps,
): Promise<ApiSecret> {
  const secret = SECRET.exec(headers.authorization ?? '')?.[1]
  if (secret === undefined) {
    throw new ApiError('secret_invalid', 'Send an API secret: "Authorization: Bearer tracio_sk_...".')
  }
  const known = await directory.apiSecret(hashApiSecret(secret))
  if (!known) throw new ApiError('secret_invalid', 'The API secret is not valid.')
  if (known.expiresAt !== null && known.expiresAt <= now()) {
    throw new ApiError('secret_invalid', 'The API secret has expired.')
  }
  if (known.networks.length > 0 && !isInNetworks(address, known.networks)) {
    throw new ApiError('forbidden', 'The API secret may not be used from this address.')
  }
  if (!known.scopes.includes(scope)) throw new ApiError('forbidden', `The API secret lacks the scope "${scope}".`)
  return known
}
