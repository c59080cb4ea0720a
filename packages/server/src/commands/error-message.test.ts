import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { ApiError } from '../api-error.ts'
import { ConfigError } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import { errorMessage, exitCodeOf } from './error-message.ts'

/** What SQLite itself throws. */
function sqliteError(): unknown {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE t (x); PRAGMA query_only = ON')
  try {
    db.exec('INSERT INTO t VALUES (1)')
  } catch (error) {
    return error
  }
  throw new Error('A database that is read only was written.')
}

it.each([
  ['a mistake in the settings', new ConfigError('The settings are wrong.'), 'The settings are wrong.', 2],
  ['what an operator can mend', new OperatorError('Do this.'), 'Do this.', 1],
  ['what is not there', new OperatorError('No key.', 'notFound'), 'No key.', 3],
  ['a problem that the doctor found', new OperatorError('2 problems.', 'problems'), '2 problems.', 4],
  ['a database that cannot be written', sqliteError(), 'The database cannot be written. Run the command as', 1],
  ['a port that is taken', Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'set TRACIO_PORT', 1],
  ['what the API does not find', new ApiError('not_found', 'No event.'), 'No event.', 3],
  ['what the API refuses', new ApiError('request_malformed', 'Not so.'), 'Not so.', 2],
  ['what is no error', 'odd', 'odd', 1],
])('says of %s what to do, without a stack trace', (_name, error, message, code) => {
  expect(errorMessage(error)).toContain(message)
  expect(errorMessage(error)).not.toContain('    at ')
  expect(exitCodeOf(error)).toBe(code)
})

it('tells the whole story of a bug', () => {
  expect(errorMessage(new TypeError('x is not a function'))).toContain('    at ')
})
