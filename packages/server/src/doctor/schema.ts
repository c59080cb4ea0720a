import { newerSchema, schemaVersion } from '../adapters/sqlite/database.ts'
import { migrations } from '../adapters/sqlite/migrations.ts'
import { type DatabaseCheck, ok, problem, warning } from './check.ts'

/** Whether the database is of this program's schema. */
export const schema: DatabaseCheck = {
  id: 'schema',
  examine: (_patient, db) => {
    const version = schemaVersion(db)
    if (version === migrations.length) return ok(`The schema is of version ${version}.`)
    if (version > migrations.length) {
      return problem(newerSchema(version).message, 'A database never goes back to an older schema by itself.')
    }
    return warning(
      `The schema is of version ${version}, this program's of ${migrations.length}.`,
      'Stop the server, back the data folder up and run "tracio migrate"; or start the server, which does it too.',
    )
  },
}
