import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs } from '@tracio/contract'
import type { Config } from '../config.ts'

/** What a check came to. `advice` says what to do; it is absent when all is well. */
export interface Diagnosis {
  readonly outcome: 'ok' | 'warning' | 'problem'
  readonly found: string
  readonly advice?: string
}

/** What checks look at. They change nothing. */
export interface Patient {
  readonly config: Config
  readonly now: () => EpochMs
  /** Says what is being done, for checks that take long. */
  readonly say: (text: string) => void
}

type Diagnoses = Diagnosis | readonly Diagnosis[]

/** One look at one thing. */
export interface Check {
  /** In lists and in JSON: never renamed. */
  readonly id: string
  readonly examine: (patient: Patient) => Diagnoses | Promise<Diagnoses>
}

/** One look into the database, which is left out while there is none that can be read. */
export interface DatabaseCheck {
  readonly id: string
  /** The connection only reads. */
  readonly examine: (patient: Patient, db: DatabaseSync) => Diagnoses | Promise<Diagnoses>
}

/** All is well. */
export const ok = (found: string): Diagnosis => ({ outcome: 'ok', found })

/** It works, and the operator should know. */
export const warning = (found: string, advice: string): Diagnosis => ({ outcome: 'warning', found, advice })

/** It does not work, or will soon not. */
export const problem = (found: string, advice: string): Diagnosis => ({ outcome: 'problem', found, advice })
