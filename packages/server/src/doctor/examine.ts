import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../adapters/sqlite/database.ts'
import { openAsItIs } from '../adapters/sqlite/open-existing.ts'
import { errorMessage } from '../commands/error-message.ts'
import { addressLists } from './address-lists.ts'
import { bundles } from './bundles.ts'
import { type Check, type DatabaseCheck, type Diagnosis, type Patient, problem } from './check.ts'
import { clock, clockOfEvents } from './clock.ts'
import { dataFolder, key } from './data-folder.ts'
import { diskRoom } from './disk-room.ts'
import { geolocation } from './geolocation.ts'
import { integrity } from './integrity.ts'
import { keysAndSecrets } from './keys-and-secrets.ts'
import { networks } from './networks.ts'
import { nodeVersion } from './node-version.ts'
import { port } from './port.ts'
import { publicUrl } from './public-url.ts'
import { schema } from './schema.ts'
import { settingsThatWarn } from './settings-that-warn.ts'
import { storedSecrets } from './stored-secrets.ts'
import { turn, turnSightings } from './turn.ts'
import { visitorAddresses } from './visitor-addresses.ts'

/** A diagnosis with the check that came to it. */
export interface Finding extends Diagnosis {
  readonly check: string
}

const checks: readonly Check[] = [
  nodeVersion,
  bundles,
  settingsThatWarn,
  clock,
  dataFolder,
  key,
  diskRoom,
  port,
  publicUrl,
  networks,
  geolocation,
  addressLists,
  turn,
]

/** The schema comes first: what follows needs columns of the newest. */
const databaseChecks: readonly DatabaseCheck[] = [
  schema,
  integrity,
  storedSecrets,
  clockOfEvents,
  keysAndSecrets,
  visitorAddresses,
  turnSightings,
]

/** Looks at everything, one after the other. A check that fails is a problem, and the others go on. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { id, examine: look } of checks) findings.push(...(await attempt(id, () => look(patient))))
  const file = databaseFile(patient.config.dataDir)
  if (existsSync(file)) findings.push(...(await examineDatabase(patient, file)))
  return findings
}

async function examineDatabase(patient: Patient, file: string): Promise<readonly Finding[]> {
  let db: DatabaseSync | undefined
  const findings: Finding[] = []
  try {
    db = openAsItIs(file, true)
    for (const { id, examine: look } of databaseChecks) {
      const connection = db
      const found = await attempt(id, () => look(patient, connection))
      findings.push(...found)
      // Tables of another schema may lack what the other checks read.
      if (id === schema.id && found.some(({ outcome }) => outcome !== 'ok')) break
    }
  } catch (error) {
    findings.push({ check: 'database', ...problem(errorMessage(error), 'The database could not be opened.') })
  } finally {
    db?.close()
  }
  return findings
}

async function attempt(check: string, look: () => ReturnType<Check['examine']>): Promise<readonly Finding[]> {
  try {
    return [await look()].flat().map((diagnosis) => ({ check, ...diagnosis }))
  } catch (error) {
    const advice = 'Mend what the message says, then run "tracio doctor" again.'
    return [{ check, ...problem(errorMessage(error), advice) }]
  }
}
