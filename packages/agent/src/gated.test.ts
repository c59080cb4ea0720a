import { beforeEach, expect, it } from 'vitest'
import type { TracioErrorCode } from './errors.ts'
import { createGate, type Gate } from './gate.ts'
import { gated, type Task } from './gated.ts'
import type { Global } from './global.ts'

const { AbortController, clearTimeout: clear, setTimeout: later } = globalThis
const page: Global = {
  AbortController,
  document: {},
  setTimeout: (callback, ms) => later(callback, ms),
  clearTimeout: (timer) => clear(timer instanceof Object ? Number(timer) : undefined),
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => later(resolve, ms))

let gate: Gate
let signals: (AbortSignal | undefined)[]
beforeEach(() => {
  gate = createGate(true)
  signals = []
})
const perform = <T>(task: Task<T>, g: Global = page, late = (): TracioErrorCode => 'timeout'): Promise<T> =>
  gated({ g, gate, timeoutMs: 50, late })((signal) => {
    signals.push(signal)
    return task(signal)
  })
const never = (): Promise<never> => new Promise(() => undefined)

it('performs a task, and tells it when it is over', async () => {
  expect(await perform(async () => 7)).toBe(7)
  expect(signals.map((signal) => signal?.aborted)).toEqual([true])
})

it('lets a failure through', async () => {
  await expect(perform(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

it.each<TracioErrorCode>(['timeout', 'blocked'])(
  'ends a task whose time is up, for the reason given: %s',
  async (code) => {
    await expect(perform(never, page, () => code)).rejects.toMatchObject({ code })
    expect(signals.map((signal) => signal?.aborted)).toEqual([true])
  },
)

it('begins a task anew that was stopped, and asks nobody why the first was late', async () => {
  const asked: string[] = []
  const late = (): TracioErrorCode => {
    asked.push('why')
    return 'blocked'
  }
  const done = perform(() => (signals.length === 1 ? never() : Promise.resolve(7)), page, late)
  gate.set('shut')
  await pause(80)
  expect([signals.map((signal) => signal?.aborted), asked]).toEqual([[true], []])
  gate.set('open')
  expect(await done).toBe(7)
})

it('begins nothing behind a gate that is shut, and ends with it', async () => {
  gate.set('shut')
  const waiting = perform(async () => 7)
  await pause(80)
  gate.set('ended')
  await expect(waiting).rejects.toMatchObject({ code: 'destroyed' })
  expect(signals).toEqual([])
})

it('begins nothing where there is no document', async () => {
  await expect(perform(async () => 7, {})).rejects.toMatchObject({ code: 'non_browser' })
  expect(signals).toEqual([])
})
