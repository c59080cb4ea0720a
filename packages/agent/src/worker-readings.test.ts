import { expect, it } from 'vitest'
import { answering } from '../test/fake-worker.ts'
import type { Global } from './global.ts'
import { seeksFonts, workerAnswer, workerFlush } from './worker-readings.ts'

it('asks one worker for all who ask', async () => {
  const { g, made } = answering({ cores: 8 })
  expect(await Promise.all([workerAnswer(g), workerAnswer(g)])).toEqual([{ cores: 8 }, { cores: 8 }])
  expect(made()).toBe(1)
})

it('has no answer where there are no workers', async () => {
  expect(await workerAnswer({})).toBeUndefined()
  expect(workerFlush({})).toBeUndefined()
})

it('tells all who ask that no worker starts', async () => {
  const { g, made } = answering(undefined)
  await expect(workerAnswer(g)).rejects.toThrow('no worker')
  await expect(workerAnswer(g)).rejects.toThrow('no worker')
  expect(made()).toBe(1)
})

const chromium: object = { webkitRequestFileSystem: () => undefined }

it.each<[string, Global, boolean]>([
  ['Chromium', chromium, true],
  ['others', {}, false],
])('the worker looks for fonts or not: %s', (_name, g, seeks) => {
  expect(seeksFonts(g)).toBe(seeks)
})
