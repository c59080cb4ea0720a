import { randomInt } from 'node:crypto'
import type { EpochMs, RequestId, VisitorId, WorkspaceId } from '@tracio/contract'

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'
const BASE62 = `${BASE36}ABCDEFGHIJKLMNOPQRSTUVWXYZ`

/** Characters drawn evenly from an alphabet: a modulus of random bytes would favour its beginning. */
export const randomText = (alphabet: string, length: number): string => {
  let text = ''
  for (let i = 0; i < length; i++) text += alphabet[randomInt(alphabet.length)]
  return text
}

/** 16 base62 characters: 95 bits of luck. */
export const newVisitorId = (): VisitorId => randomText(BASE62, 16) as VisitorId

/** `ws_` and 16 base62 characters. */
export const newWorkspaceId = (): WorkspaceId => `ws_${randomText(BASE62, 16)}` as WorkspaceId

/**
 * Unix seconds, `_`, 12 base36 characters. The seconds come first, so that ids of one time lie together in the
 * store's index; 62 bits of luck keep ten thousand events of one second apart.
 */
export const newRequestId = (at: EpochMs): RequestId =>
  `${Math.floor(at / 1000)}_${randomText(BASE36, 12)}` as RequestId
