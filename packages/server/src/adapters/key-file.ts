import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator-error.ts'

/** Where the key of a data folder lies. */
export const keyFile = (dataDir: string): string => join(dataDir, 'secret.key')

/**
 * The key that encrypts secrets at rest, from `secret.key` in the data folder; made at the first start, readable by
 * its owner alone. It lies beside the database and not in it, so that a copy of the database opens nothing.
 */
export function readOrMakeKeyFile(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    // `wx`: of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(keyFile(dataDir), `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readKeyFile(dataDir)
}

/** As above, of a folder where a server has run: a key that is missing is not replaced. */
export function readKeyFile(dataDir: string): Buffer {
  const file = keyFile(dataDir)
  const text = readIfThere(file)
  if (text === undefined) {
    throw new OperatorError(`${file} is missing. Restore it from a backup: without it, stored secrets do not open.`)
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new OperatorError(`${file} does not hold a key of 64 hexadecimal digits. Restore it from a backup.`)
  }
  return Buffer.from(text, 'hex')
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
}
