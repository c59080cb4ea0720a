import type { Global } from './global.ts'

/** Bytes as base64url without padding: https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function base64url(bytes: Uint8Array, { btoa }: Global): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  if (!btoa) throw new TypeError('no btoa')
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
