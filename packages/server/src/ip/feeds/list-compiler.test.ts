import { expect, it } from 'vitest'
import { createListCompiler, type UsableList } from './list-compiler.ts'

const list = (id: string, version: string): UsableList => ({ feed: { id, kind: 'vpn' }, parts: [], version })

function compiler() {
  const clock = { at: 0 }
  const inUse: string[][] = []
  let isBroken = false
  const made = createListCompiler({
    compile: async ({ lists }) => {
      if (isBroken) throw new Error('Too many lists.')
      return lists.map(({ feed }) => feed)
    },
    replace: (ids) => void inUse.push([...ids]),
    now: () => clock.at,
    gatherMs: 100,
  })
  return { ...made, clock, inUse, breakIt: (broken: boolean) => (isBroken = broken) }
}

it('compiles what is new, once', async () => {
  const { offer, uses, inUse } = compiler()
  expect(uses('a')).toBe(false)
  expect(await offer([list('a', '1')], false)).toBe(true)
  expect(await offer([list('a', '1')], false)).toBe(false)
  expect(await offer([list('a', '2'), list('b', '1')], false)).toBe(true)
  expect(inUse).toEqual([['a'], ['a', 'b']])
  expect([uses('a'), uses('b'), uses('c')]).toEqual([true, true, false])
})

it('has nothing to do where there is nothing', async () => {
  expect(await compiler().offer([], false)).toBe(false)
})

it('waits for more that is on its way, and not for ever', async () => {
  const { offer, clock, inUse } = compiler()
  expect(await offer([list('a', '1')], true)).toBe(false)
  clock.at = 99
  expect(await offer([list('a', '1'), list('b', '1')], true)).toBe(false)
  clock.at = 100
  expect(await offer([list('a', '1'), list('b', '1')], true)).toBe(true)
  expect(inUse).toEqual([['a', 'b']])
})

it('leaves the old one in use when compiling fails, and tries again', async () => {
  const { offer, uses, breakIt } = compiler()
  await offer([list('a', '1')], false)
  breakIt(true)
  await expect(offer([list('b', '1')], false)).rejects.toThrow('Too many')
  expect([uses('a'), uses('b')]).toEqual([true, false])
  breakIt(false)
  expect(await offer([list('b', '1')], false)).toBe(true)
})
