import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { watchDatabases } from './watch-databases.ts'

it('looks again and again, until it is closed', async () => {
  let looks = 0
  const seenTwice = Promise.withResolvers<void>()
  const watching = watchDatabases(
    {
      refresh: async () => {
        looks += 1
        if (looks === 2) seenTwice.resolve()
      },
    },
    1,
  )
  await seenTwice.promise
  await watching.close()
  const before = looks
  await sleep(20)
  expect(looks).toBe(before)
})

it('does not begin a look while another is under way, and waits for that one to end', async () => {
  let begun = 0
  let ended = 0
  const first = Promise.withResolvers<void>()
  const begins = Promise.withResolvers<void>()
  const watching = watchDatabases(
    {
      refresh: async () => {
        begun += 1
        begins.resolve()
        await first.promise
        ended += 1
      },
    },
    1,
  )
  await begins.promise
  await sleep(20)
  expect(begun).toBe(1)
  const closed = watching.close()
  first.resolve()
  await closed
  expect([begun, ended]).toEqual([1, 1])
})
