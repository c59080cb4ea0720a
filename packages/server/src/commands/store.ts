import type { DatabaseSync } from 'node:sqlite'
import type { WorkspaceId } from '@tracio/contract'
import { readKeyFile } from '../adapters/key-file.ts'
import { createSecretBox, type SecretBox } from '../adapters/secret-box.ts'
import { databaseFile } from '../adapters/sqlite/database.ts'
import { createSqliteDirectory } from '../adapters/sqlite/directory.ts'
import { createSqliteEventSearch } from '../adapters/sqlite/event-search.ts'
import { createSqliteLedger } from '../adapters/sqlite/ledger.ts'
import { openExisting } from '../adapters/sqlite/open-existing.ts'
import type { Config } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import type { Directory } from '../ports/directory.ts'
import type { EventSearch } from '../ports/event-search.ts'
import type { Ledger } from '../ports/ledger.ts'

/** The local store, open for one command. */
export interface Store {
  readonly db: DatabaseSync
  readonly directory: Directory
}

/** Opens the local store, which a running server may use at the same time, does the work, and closes it. */
export async function withStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  const db = openExisting({ file: databaseFile(config.dataDir), synchronous: config.sqliteSynchronous })
  try {
    return await work({ db, directory: createSqliteDirectory(db, boxAtNeed(config)) })
  } finally {
    if (db.isOpen) db.close()
  }
}

/** The local store with its events, open for one command. */
export interface EventStore extends Store {
  readonly ledger: Ledger
  readonly search: EventSearch
}

/** As above, for commands that look at events. `report` gets what goes wrong beside the work. */
export function withEventStore<T>(
  config: Config,
  report: (error: unknown) => void,
  work: (store: EventStore) => Promise<T>,
): Promise<T> {
  return withStore(config, async (store) => {
    const file = databaseFile(config.dataDir)
    const ledger = createSqliteLedger(store.db, { report })
    const search = createSqliteEventSearch({ file, limitMs: config.searchTimeoutMs, report })
    try {
      return await work({ ...store, ledger, search })
    } finally {
      await search.close()
      await ledger.close()
    }
  })
}

/** Most commands need no secret opened, and should work without the key. */
function boxAtNeed(config: Config): SecretBox {
  const box = (): SecretBox => createSecretBox(config.secretKey ?? readKeyFile(config.dataDir))
  return { close: (plain) => box().close(plain), open: (closed) => box().open(closed) }
}

/** The workspace that is meant: the named one, or the only one. */
export async function workspaceOf(directory: Directory, wanted: string | undefined): Promise<WorkspaceId> {
  const all = await directory.workspaces()
  const [only, ...others] = all
  const found = wanted === undefined ? only : all.find((id) => id === wanted)
  if (wanted === undefined && others.length > 0) {
    throw new OperatorError(
      'There are several workspaces. Name one with --workspace; "tracio keys workspaces list" lists them.',
      'usage',
    )
  }
  if (found === undefined) {
    throw new OperatorError('There is no such workspace. "tracio keys workspaces list" lists them.', 'notFound')
  }
  return found
}
