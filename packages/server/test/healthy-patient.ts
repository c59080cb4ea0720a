import type { EpochMs } from '@tracio/contract'
import { readConfig } from '../src/config.ts'
import type { Patient } from '../src/doctor/check.ts'
import { COMMAND_TIME } from './command-folder.ts'

/**
 * A patient with these settings and no others, but for the databases of places that packages bring (they grow older than
 * any version of this program, and large ones take long to open) and for public lists, which nobody has fetched.
 */
export const healthyPatient = (env: Readonly<Record<string, string>> = {}): Patient => ({
  config: readConfig({ TRACIO_GEO_DEFAULT: 'off', TRACIO_FEEDS: 'off', ...env }),
  now: () => (COMMAND_TIME + 1) as EpochMs,
  say: () => undefined,
})
