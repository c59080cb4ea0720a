import { mkdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { type CommandFolder, commandFolder } from '../../test/command-folder.ts'
import { databaseFile } from '../adapters/sqlite/database.ts'
import { migrations } from '../adapters/sqlite/migrations.ts'

const newest = migrations.length

/** A folder with a database as the first version left it. */
function firstVersion(): CommandFolder {
  const folder = commandFolder()
  mkdirSync(folder.dataDir)
  const db = new DatabaseSync(databaseFile(folder.dataDir))
  db.exec(`PRAGMA journal_mode = WAL; ${migrations[0]}; PRAGMA user_version = 1`)
  db.close()
  return folder
}

it('brings an old database up to date, says from where to where, and has nothing to do afterwards', async () => {
  const folder = firstVersion()
  const { code, out, err } = await folder.run(['migrate', '--progress'])
  expect([code, out]).toEqual([0, `Schema: version 1 to ${newest}.\n`])
  expect(err).toContain(`schema: step 1 of ${newest - 1} ...\n`)
  expect(await folder.json('migrate')).toEqual({ from: newest, to: newest })
})

it('checks without changing anything', async () => {
  const folder = firstVersion()
  for (const _ of [1, 2]) {
    expect(await folder.run(['migrate', '--check', '--json'])).toEqual({
      code: 1,
      out: expect.stringContaining(`"pending": ${newest - 1}`),
      err: expect.stringContaining('Run "tracio migrate"'),
    })
  }
  await folder.json('migrate')
  expect(await folder.json('migrate', '--check')).toMatchObject({ pending: 0 })
})

it('makes a new database where there is none', async () => {
  const folder = commandFolder()
  expect(await folder.json('migrate')).toEqual({ from: 0, to: newest })
  expect(await folder.json('keys', 'workspaces', 'list')).toEqual({ workspaces: [] })
})

it('leaves a database alone that a server is using', async () => {
  const folder = firstVersion()
  const server = new DatabaseSync(databaseFile(folder.dataDir))
  server.prepare('SELECT count(*) FROM events').get()
  expect(await folder.run(['migrate'])).toMatchObject({ code: 1, err: expect.stringContaining('Stop it') })
  expect(server.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
  server.close()
  expect(await folder.json('migrate')).toEqual({ from: 1, to: newest })
})

it('refuses a database that a newer program wrote', async () => {
  const folder = firstVersion()
  const db = new DatabaseSync(databaseFile(folder.dataDir))
  db.exec('PRAGMA user_version = 999')
  db.close()
  expect(await folder.run(['migrate'])).toMatchObject({ code: 1, err: expect.stringContaining('newer than this') })
})
