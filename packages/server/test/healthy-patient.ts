import type { EpochMs } from '@tracio/contract'
import { readConfig } from '../src/config.ts'
import type { Patient } from '../src/doctor/check.ts'
import { COMMAND_TIME } from './command-folder.ts'

/** A patient with these settings and no others. */
export const healthyPatient = (env: Readonly<Record<string, string>> = {}): Patient => ({
  config: readConfig(env),
  now: () => (COMMAND_TIME + 1) as EpochMs,
  say: () => undefined,
})
