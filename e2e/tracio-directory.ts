import { join } from 'node:path'
import { readOrMakeKeyFile } from '../packages/server/src/adapters/key-file.ts'
import { createSecretBox } from '../packages/server/src/adapters/secret-box.ts'
import { openDatabase } from '../packages/server/src/adapters/sqlite/database.ts'
import { createSqliteDirectory } from '../packages/server/src/adapters/sqlite/directory.ts'
import type { Directory } from '../packages/server/src/ports/directory.ts'
import type { ApiBody, TracioServer } from './tracio-server.ts'

/** What an operator sees behind a server's back. */
export interface BehindTheServer {
  readonly directory: Directory
  events(): number
  /** What was observed of an event beside its readings, as it was stored. */
  observations(requestId: unknown): ApiBody
  close(): void
}

/** Opens the database of a running server. */
export function openDirectory({ dataDir }: TracioServer): BehindTheServer {
  const db = openDatabase({ file: join(dataDir, 'tracio.sqlite'), synchronous: 'normal' })
  return {
    directory: createSqliteDirectory(db, createSecretBox(readOrMakeKeyFile(dataDir))),
    events: () => Number(db.prepare('SELECT count(*) AS count FROM events').get()?.['count']),
    observations: (requestId) => {
      const stored = db
        .prepare(
          'SELECT b.observations FROM events e JOIN event_bodies b ON b.number = e.number WHERE e.request_id = ?',
        )
        .get(String(requestId))
      return JSON.parse(String(stored?.['observations']))
    },
    close: () => db.close(),
  }
}
