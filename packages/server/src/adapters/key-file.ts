import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that encrypts secrets at rest, from `secret.key` in the data folder; made at the first start, readable by
 * its owner alone. It lies beside the database and not in it, so that a copy of the database opens nothing.
 */
export function readOrMakeKeyFile(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    // `wx`: of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(`${file} does not hold a key of 64 hexadecimal digits. Restore it from a backup.`)
  }
  return Buffer.from(text, 'hex')
}
