import { expect, it } from 'vitest'
import { answering } from '../../test/fake-worker.ts'
import { workerDirectory, workerInterfaces, workerNotification, workerSources } from './worker-sources.ts'

const all = { ...workerSources, workerInterfaces, workerNotification, workerDirectory }

it.each<[keyof typeof all, object, unknown]>([
  ['workerUserAgent', { userAgent: 'ua' }, 'ua'],
  ['workerPlatform', { platform: 'Linux' }, 'Linux'],
  ['workerLanguages', { languages: ['en'] }, ['en']],
  ['workerCores', { hardwareConcurrency: 8 }, 8],
  ['workerMemory', { deviceMemory: 16 }, 16],
  ['workerBrands', { brands: 'Linux; false; A 1' }, 'Linux; false; A 1'],
  ['workerTimezone', { timezone: 'UTC' }, 'UTC'],
  ['workerGpu', { gpu: { vendor: 'v', renderer: 'r' } }, { vendor: 'v', renderer: 'r' }],
  ['workerInterfaces', { interfaces: [] }, []],
  ['workerNotification', { notification: 'denied' }, 'denied'],
  ['workerDirectory', { directory: 'directory' }, 'directory'],
])('%s is what the worker tells, or unavailable', async (name, answer, value) => {
  expect(await all[name](answering(answer).g)).toEqual({ value })
  expect(await all[name](answering({}).g)).toEqual({ absent: 'unavailable' })
  expect(await all[name]({})).toEqual({ absent: 'unavailable' })
  await expect(all[name](answering(undefined).g)).rejects.toThrow('no worker')
})
