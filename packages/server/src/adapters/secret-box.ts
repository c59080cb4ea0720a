import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Encrypts secrets at rest, so that a copied database alone opens nothing. */
export interface SecretBox {
  close(plain: Uint8Array): Buffer
  /** Throws when the box was closed with another key. */
  open(closed: Uint8Array): Buffer
}

/** AES-256-GCM: vector, bytes, tag. */
export function createSecretBox(key: Uint8Array): SecretBox {
  return {
    close(plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(closed) {
      const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, IV_BYTES))
      decipher.setAuthTag(closed.subarray(closed.length - TAG_BYTES))
      return Buffer.concat([decipher.update(closed.subarray(IV_BYTES, closed.length - TAG_BYTES)), decipher.final()])
    },
  }
}
