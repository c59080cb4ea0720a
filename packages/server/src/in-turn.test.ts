import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createInTurn } from './in-turn.ts'

it('lets those with a common name follow each other, in order of arrival', async () => {
  const inTurn = createInTurn()
  const seen: string[] = []
  const step = (name: string, ms: number) => async () => {
    seen.push(`${name} in`)
    await pause(ms)
    seen.push(`${name} out`)
  }
  await Promise.all([inTurn(['a', 'b'], step('1', 10)), inTurn(['b', 'c'], step('2', 1)), inTurn(['c'], step('3', 1))])
  expect(seen).toEqual(['1 in', '1 out', '2 in', '2 out', '3 in', '3 out'])
})

it('lets those without a common name run side by side', async () => {
  const inTurn = createInTurn()
  let release = (): void => undefined
  const first = inTurn(['a'], () => new Promise<void>((resolve) => (release = resolve)))
  expect(await inTurn(['b'], async () => 'done')).toBe('done')
  release()
  await first
})

it('goes on after a failure, which stays with its own caller', async () => {
  const inTurn = createInTurn()
  const failing = inTurn(['a'], () => Promise.reject(new Error('mine')))
  const next = inTurn(['a'], async () => 'fine')
  await expect(failing).rejects.toThrow('mine')
  expect(await next).toBe('fine')
})

it('keeps nothing when nobody waits', async () => {
  const inTurn = createInTurn()
  await Promise.all(Array.from({ length: 50 }, (_, i) => inTurn([`n${i % 5}`, `m${i}`], async () => i)))
  expect(inTurn.queued()).toBe(0)
})
