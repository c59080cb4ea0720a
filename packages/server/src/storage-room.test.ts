import { afterEach, expect, it } from 'vitest'
import { type StorageRoom, watchRoom } from './storage-room.ts'

let room: StorageRoom | undefined
afterEach(() => room?.close())

const RESERVE = 1000

/** A disk whose free space and a clock that tests move. */
async function watching(free: number | Error) {
  const disk = { free, at: 0 }
  const reported: string[] = []
  const watched = await watchRoom({
    measure: async () => {
      if (disk.free instanceof Error) throw disk.free
      return disk.free
    },
    reserveBytes: RESERVE,
    now: () => disk.at,
    report: (message, bad) => reported.push(`${bad ? 'bad' : 'good'}: ${message}`),
    everyMs: 5,
  })
  room = watched
  return { disk, reported, room: watched }
}

it('is full below the reserve and fine again above it, and says both once', async () => {
  const { disk, reported, room } = await watching(RESERVE)
  expect([room.condition(), room.lacksReserve()]).toEqual(['fine', false])
  disk.free = RESERVE - 1
  await expect.poll(() => room.condition()).toBe('full')
  expect([room.lacksReserve(), room.freeBytes()]).toEqual([true, RESERVE - 1])
  disk.free = RESERVE
  await expect.poll(() => room.condition()).toBe('fine')
  expect(reported).toEqual([
    expect.stringMatching(/^bad: The disk of the store is full/),
    'good: The store can be written again.',
  ])
})

it('knows before anything is written that the disk is full already', async () => {
  const { room } = await watching(0)
  expect(room.condition()).toBe('full')
})

it.each(['full', 'broken'] as const)('believes a write that failed (%s) for ten seconds', async (trouble) => {
  const { disk, reported, room } = await watching(RESERVE)
  room.failed({ trouble })
  room.failed({ trouble })
  expect([room.condition(), room.lacksReserve()]).toEqual([trouble, false])
  disk.at = 9999
  expect(room.condition()).toBe(trouble)
  disk.at = 10_000
  expect(room.condition()).toBe('fine')
  await expect.poll(() => reported).toHaveLength(2)
})

it('guards nothing where the free space cannot be read, and says so once', async () => {
  const { reported, room } = await watching(new Error('ENOSYS'))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect([room.condition(), room.freeBytes(), room.lacksReserve()]).toEqual(['fine', null, false])
  expect(reported).toEqual([expect.stringContaining('ENOSYS')])
})
