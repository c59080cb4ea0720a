import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Command } from 'commander'
import { readOrMakeKeyFile } from '../adapters/key-file.ts'
import { databaseFile, migrate, newerSchema, openDatabase, schemaVersion } from '../adapters/sqlite/database.ts'
import { migrations } from '../adapters/sqlite/migrations.ts'
import type { Config } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, progressOption } from './describe-command.ts'
import { type ProgressOptions, showProgress } from './progress.ts'
import { type ShowOptions, show } from './show.ts'

interface MigrateOptions extends ShowOptions, ProgressOptions {
  readonly check?: boolean
}

/** `tracio migrate`: brings the schema of a database that nobody uses up to date. */
export function migrateCommand({ config, terminal }: CommandContext): Command {
  const description =
    'brings the database up to the schema of this version, or makes a new one. A server does the same when it ' +
    'starts; no other command does. Stop the server and back the data folder up first'
  return describeCommand('migrate', description, [
    ['tracio migrate --check', 'says whether there is anything to do; ends with 1 if so'],
    ['tracio migrate', 'does it, step by step; a step that fails leaves nothing behind'],
  ])
    .option('--check', 'only say whether there is anything to do')
    .addOption(progressOption())
    .addOption(jsonOption())
    .action((options: MigrateOptions) => {
      const settings = config()
      const to = migrations.length
      const from = versionOf(databaseFile(settings.dataDir))
      if (from > to) throw newerSchema(from)
      if (options.check === true) {
        const text = from === to ? `The schema is of version ${to}, which is this program's.\n` : ''
        show(terminal, options, { from, to, pending: to - from }, text)
        if (from < to) {
          throw new OperatorError(`The schema is of version ${from}, this program's is ${to}. Run "tracio migrate".`)
        }
        return
      }
      if (from < to) {
        const line = showProgress(terminal, options)
        migrateUnused(settings, (version) => line.say(`schema: step ${version - from} of ${to - from} ...`))
        line.done()
      }
      const text = from === to ? `The schema is of version ${to} already.\n` : `Schema: version ${from} to ${to}.\n`
      show(terminal, options, { from, to }, text)
    })
}

/** 0 where there is no database yet. */
function versionOf(file: string): number {
  if (!existsSync(file)) return 0
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return schemaVersion(db)
  } finally {
    db.close()
  }
}

/**
 * Runs the steps with the database to itself: a server of another version would go on with statements that were made
 * for the old schema. Every connection in use keeps a shared lock on the file, so that an exclusive one is only had
 * without them (sqlite.org/pragma.html#pragma_locking_mode, November 2026).
 */
function migrateUnused(config: Config, onStep: (version: number) => void): void {
  const file = databaseFile(config.dataDir)
  if (!existsSync(file)) {
    makeNew(config)
    return
  }
  const db = new DatabaseSync(file)
  try {
    if (!lockAlone(db)) {
      throw new OperatorError('A server is using the database. Stop it, then run "tracio migrate" again.')
    }
    db.exec('PRAGMA synchronous = full')
    migrate(db, onStep)
  } finally {
    db.close()
  }
}

/** A data folder as the first start makes it: with the key, and a file of the server's page size and rights. */
function makeNew({ dataDir, secretKey, sqliteSynchronous }: Config): void {
  if (secretKey === undefined) readOrMakeKeyFile(dataDir)
  openDatabase({ file: databaseFile(dataDir), synchronous: sqliteSynchronous }).close()
}

/** SQLITE_BUSY. */
const BUSY = 5

function lockAlone(db: DatabaseSync): boolean {
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false
    throw error
  }
}
