import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../../../bench/ingest/random.ts'
import { createCellPool, firstOf, WORD } from './cell-pool.ts'

describe('pairs of cells', () => {
  it('are taken by heads, which have a first entry each, and shared by two further entries', () => {
    const pool = createCellPool(8)
    const head = pool.takeHead(-1, 7)
    expect([pool.takeEntry(head, 1), pool.usedPairs()]).toEqual([firstOf(head), 1])
    expect([pool.takeEntry(head, 2), pool.takeEntry(head, 3)]).not.toContain(firstOf(head))
    expect([pool.usedPairs(), pool.freePairs()]).toEqual([2, 6])
    pool.giveEntry(head, firstOf(head))
    expect([pool.takeEntry(head, 4), pool.usedPairs()]).toEqual([firstOf(head), 2])
  })

  it('are whole again, and can be heads, when both their entries were given back', () => {
    const pool = createCellPool(4)
    const head = pool.takeHead(-1, 7)
    const entries = Array.from({ length: 7 }, (_, value) => pool.takeEntry(head, value))
    expect(pool.freePairs()).toBe(0)
    for (const at of [1, 3, 5]) pool.giveEntry(head, entries[at] ?? 0)
    expect(pool.freePairs()).toBe(0)
    for (const at of [6, 2, 4]) pool.giveEntry(head, entries[at] ?? 0)
    expect(pool.freePairs()).toBe(3)
    const others = [pool.takeHead(-2, 7), pool.takeHead(-3, 7), pool.takeHead(-4, 7)]
    expect(new Set([head, ...others].flatMap((cell) => [cell, firstOf(cell)])).size).toBe(8)
  })

  it('never stand for two things, whatever is taken and given back', () => {
    const random = createRandom(11)
    const pool = createCellPool(400)
    const heads = Array.from({ length: 20 }, (_, index) => pool.takeHead(-1 - index, 7))
    const taken = new Map<number, number>()
    for (let step = 0; step < 20_000; step++) {
      const head = heads[random.int(heads.length)] ?? 0
      if (pool.freePairs() > 0 && random.share() < 0.52) {
        const entry = pool.takeEntry(head, step)
        expect(taken.has(entry) || heads.includes(entry)).toBe(false)
        taken.set(entry, step)
        continue
      }
      const [entry, value] = [...taken][random.int(taken.size)] ?? [0, 0]
      expect(pool.read(entry, WORD.text)).toBe(value)
      const owner = heads.find((one) => firstOf(one) === entry) ?? pool.read(entry, WORD.owner)
      pool.giveEntry(owner, entry)
      taken.delete(entry)
    }
    expect(taken.size).toBeGreaterThan(20)
    for (const entry of taken.keys()) {
      pool.giveEntry(heads.find((one) => firstOf(one) === entry) ?? pool.read(entry, WORD.owner), entry)
    }
    expect(pool.usedPairs()).toBe(heads.length)
  })
})

it('finds what was filed, by owner and text, until it is unfiled', () => {
  const pool = createCellPool(300)
  const heads = Array.from({ length: 300 }, (_, index) => pool.takeHead(-1 - (index % 10), 1 + Math.floor(index / 10)))
  for (const head of heads) pool.file(head)
  const found = () => heads.map((head) => pool.find(pool.read(head, WORD.owner), pool.read(head, WORD.text)))
  expect(found()).toEqual(heads)
  const kept = heads.map((head, index) => (index % 3 === 0 ? 0 : head))
  for (const [index, head] of heads.entries()) if (index % 3 === 0) pool.unfile(head)
  expect([found(), pool.find(-99, 1)]).toEqual([kept, 0])
})
