import { hash } from 'node:crypto'
import { ApiError } from '../api-error.ts'
import { randomText } from '../ids.ts'
import type { ApiSecret, Directory, Scope } from '../ports/directory.ts'

const SECRET = /^Bearer (tracio_sk_[0-9a-z]{48})$/

/** A new API secret: 248 bits of luck. It is shown once; only its hash is stored. */
export const newApiSecret = (): string => `tracio_sk_${randomText('0123456789abcdefghijklmnopqrstuvwxyz', 48)}`

/** SHA-256. Looking up by a hash tells nothing by its timing: a caller cannot choose the hash's beginning. */
export const hashApiSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** Finds the secret of an Authorization header. Throws an `ApiError` when it is missing, unknown or lacks the scope. */
export async function authorise(
  header: string | undefined,
  scope: Scope,
  directory: Pick<Directory, 'apiSecret'>,
): Promise<ApiSecret> {
  const secret = SECRET.exec(header ?? '')?.[1]
  if (secret === undefined) {
    throw new ApiError('secret_invalid', 'Send an API secret: "Authorization: Bearer tracio_sk_...".')
  }
  const known = await directory.apiSecret(hashApiSecret(secret))
  if (!known) throw new ApiError('secret_invalid', 'The API secret is not valid.')
  if (!known.scopes.includes(scope)) throw new ApiError('forbidden', `The API secret lacks the scope "${scope}".`)
  return known
}
