import { readKeyFile } from '../adapters/key-file.ts'
import { createSecretBox } from '../adapters/secret-box.ts'
import { type DatabaseCheck, ok, problem } from './check.ts'

/** Whether the key opens every secret that the database holds. */
export const storedSecrets: DatabaseCheck = {
  id: 'stored_secrets',
  examine: ({ config: { dataDir, secretKey } }, db) => {
    const box = createSecretBox(secretKey ?? readKeyFile(dataDir))
    const sealed = db
      .prepare(
        `SELECT sealed FROM session_secrets
         UNION ALL SELECT lid_secret FROM workspaces WHERE lid_secret IS NOT NULL`,
      )
      .all()
    // Both columns are declared BLOB and NOT NULL, or filtered to be.
    const shut = sealed.filter((row) => !opens(() => box.open(row['sealed'] as Uint8Array)))
    if (shut.length === 0) return ok(`The key opens all stored secrets (${sealed.length}).`)
    return problem(
      `The key does not open ${shut.length} of ${sealed.length} stored secrets.`,
      'Restore the key that belongs to this database: "secret.key" of the same backup, or TRACIO_SECRET_KEY.',
    )
  },
}

function opens(open: () => unknown): boolean {
  try {
    open()
    return true
  } catch (error) {
    // What is thrown for a wrong key is a plain error of the cipher.
    if (error instanceof Error) return false
    throw error
  }
}
