import { expect, it } from 'vitest'
import { apiSecretId } from './directory.ts'

it('names a secret by the beginning of its hash, which opens nothing', () => {
  expect(apiSecretId(Uint8Array.from({ length: 32 }, (_, index) => index + 0xa0))).toBe('a0a1a2a3a4a5')
})
