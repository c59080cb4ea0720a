import { examine, type Finding } from '../src/doctor/examine.ts'
import type { CommandFolder } from './command-folder.ts'
import { healthyPatient } from './healthy-patient.ts'

/** What the doctor finds in a folder, the well left out. */
export async function complaints({ dataDir }: CommandFolder): Promise<readonly Finding[]> {
  const findings = await examine(healthyPatient({ TRACIO_DATA_DIR: dataDir, TRACIO_PORT: '0' }))
  return findings.filter(({ outcome }) => outcome !== 'ok')
}
