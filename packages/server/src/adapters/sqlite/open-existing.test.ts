import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { migrations } from './migrations.ts'
import { openExisting } from './open-existing.ts'

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'tracio-existing-')), 'tracio.sqlite')
const open = (file: string) => openExisting({ file, synchronous: 'normal' })

/** A database that says it is of a version. */
function ofVersion(version: number): string {
  const file = newFile()
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA user_version = ${version}`)
  db.close()
  return file
}

it('opens beside a server, and both see what the other wrote', () => {
  const file = newFile()
  const server = openDatabase({ file, synchronous: 'normal' })
  const command = open(file)
  command.exec("INSERT INTO workspaces (id, name, created_at) VALUES ('a', 'a', 0)")
  server.exec("INSERT INTO workspaces (id, name, created_at) VALUES ('b', 'b', 0)")
  expect(server.prepare('SELECT count(*) AS n FROM workspaces').get()).toEqual({ n: 2 })
  expect(command.prepare('SELECT count(*) AS n FROM workspaces').get()).toEqual({ n: 2 })
  command.close()
  server.close()
})

it('makes no database where there is none', () => {
  const file = newFile()
  expect(() => open(file)).toThrow('There is no database')
  expect(existsSync(file)).toBe(false)
})

it.each([
  ['older', migrations.length - 1, 'tracio migrate'],
  ['newer', migrations.length + 1, 'newer than this program'],
])('leaves one of an %s schema as it is, and says what to do', (_name, version, message) => {
  const file = ofVersion(version)
  expect(() => open(file)).toThrow(message)
  const db = new DatabaseSync(file)
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: version })
  db.close()
})
