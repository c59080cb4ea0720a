import { describe, expect, it } from 'vitest'
import { nextTask, nowMs, pause, within } from './clock.ts'
import type { Global } from './global.ts'

const node: Global = globalThis
const never = new Promise<string>(() => undefined)

describe('nowMs', () => {
  it('prefers the clock that nobody sets', () => {
    expect(nowMs({ performance: { now: () => 12.5 } })).toBe(12.5)
  })
  it('falls back to the wall clock', () => {
    expect(nowMs({})).toBeGreaterThan(1_700_000_000_000)
  })
})

describe('within', () => {
  it('hands a timely value on and clears its timer', async () => {
    const cleared: unknown[] = []
    const g: Global = { setTimeout: () => 7, clearTimeout: (timer) => cleared.push(timer) }
    expect(await within(g, 1000, Promise.resolve('value'), () => 'late')).toBe('value')
    expect(cleared).toEqual([7])
  })
  it('says what is late', async () => {
    expect(await within(node, 1, never, () => 'late')).toBe('late')
  })
  it('does not wait for ever where there are no timers', async () => {
    expect(await within({}, 1000, never, () => 'late')).toBe('late')
  })
  it('lets a failure through', async () => {
    await expect(within(node, 1000, Promise.reject(new Error('broken')), () => 'late')).rejects.toThrow('broken')
  })
})

describe('pause', () => {
  it.each([
    ['with timers', node],
    ['without timers', {}],
  ])('ends %s', async (_name, g) => {
    expect(await pause(g, 1)).toBeUndefined()
  })
})

describe('nextTask', () => {
  it('lets waiting work go first', async () => {
    const order: string[] = []
    const task = nextTask(node).then(() => order.push('ours'))
    await Promise.resolve().then(() => order.push('theirs'))
    await task
    expect(order).toEqual(['theirs', 'ours'])
  })
  it('does not wait for ever where there are no channels', async () => {
    expect(await nextTask({})).toBeUndefined()
  })
})
