import { beforeEach, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { createGroupCommit } from './group-commit.ts'

let db: ReturnType<typeof openDatabase>
beforeEach(() => {
  db = openDatabase({ file: ':memory:', synchronous: 'normal' })
  db.exec('CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT')
})

const rows = (): unknown[] =>
  db
    .prepare('SELECT x FROM t ORDER BY x')
    .all()
    .map((row) => row['x'])
const insert = (x: number) => () => db.prepare('INSERT INTO t VALUES (?)').run(x).changes

it('commits what arrives together in one transaction', async () => {
  const sizes: number[] = []
  const group = createGroupCommit(db, (_ms, size) => sizes.push(size))
  await Promise.all([1, 2, 3].map((x) => group.run(insert(x))))
  expect(rows()).toEqual([1, 2, 3])
  expect(sizes).toEqual([3])
})

it('bounds a group, so that none holds the loop for long', async () => {
  const sizes: number[] = []
  const group = createGroupCommit(db, (_ms, size) => sizes.push(size))
  await Promise.all(Array.from({ length: 150 }, (_, x) => group.run(insert(x))))
  expect(sizes).toEqual([64, 64, 22])
})

it('fails the one that fails and stores the others', async () => {
  const group = createGroupCommit(db)
  const outcomes = await Promise.allSettled([1, 1, 2].map((x) => group.run(insert(x))))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(rows()).toEqual([1, 2])
})

it('resolves nothing before the commit', async () => {
  const group = createGroupCommit(db)
  const stored = group.run(insert(1)).then(() => db.isTransaction)
  expect(rows()).toEqual([])
  expect(await stored).toBe(false)
})

it('is idle when all is written', async () => {
  const group = createGroupCommit(db)
  await group.idle()
  for (let x = 0; x < 100; x++) void group.run(insert(x))
  await group.idle()
  expect(rows()).toHaveLength(100)
})
