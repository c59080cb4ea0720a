import type { DatabaseSync } from 'node:sqlite'
import type { SecretBox } from '../adapters/secret-box.ts'
import { createSqliteDirectory } from '../adapters/sqlite/directory.ts'
import type { Diagnosis, Patient } from './check.ts'
import { type DatabaseCheck, ok, warning } from './check.ts'

/** Nothing that is looked at here is sealed. */
const noBox: SecretBox = {
  close: () => {
    throw new Error('The doctor changes nothing.')
  },
  open: () => {
    throw new Error('Keys and secrets are judged without opening anything.')
  },
}

/** Keys that anybody may use, and secrets that nobody can use any more. */
export const keysAndSecrets: DatabaseCheck = {
  id: 'keys',
  examine: async ({ now }: Patient, db: DatabaseSync) => {
    const directory = createSqliteDirectory(db, noBox)
    const keys = await directory.publicKeys()
    const open = keys.filter(({ environment, origins }) => environment === 'live' && origins.length === 0)
    const secrets = (await directory.apiSecretRecords()).filter(({ revokedAt }) => revokedAt === null)
    const expired = secrets.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now())
    const findings: readonly Diagnosis[] = [
      ...open.map(({ key, name }) =>
        warning(
          `Every origin may use the live key "${name}".`,
          `Name its origins: tracio keys update ${key} --origin https://...`,
        ),
      ),
      ...expired.map(({ id, name }) =>
        warning(
          `The API secret "${name}" (${id}) has expired.`,
          `Make a new one, then: tracio keys secrets revoke ${id}`,
        ),
      ),
    ]
    return findings.length > 0
      ? findings
      : ok(`${keys.length} public keys and ${secrets.length} API secrets are in force.`)
  },
}
