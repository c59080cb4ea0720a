import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { storageSources } from './storage-sources.ts'

const refusing = (name = 'SecurityError') => Promise.reject(new DOMException('no', name))
const storing = (estimate: () => Promise<{ usage?: number }>): Global => ({
  navigator: { storage: { estimate } },
})
const opening = (getDirectory: () => Promise<{ kind: string }>): Global => ({
  navigator: { storage: { getDirectory } },
})
/** Chromium in a sandboxed frame: reading the property throws. */
const sandboxed: Global = {
  get caches(): never {
    throw new DOMException('no', 'SecurityError')
  },
}

it.each<[keyof typeof storageSources, string, Global, unknown]>([
  ['storageUsage', 'Chromium', storing(async () => ({ usage: 7 })), { value: 7 }],
  ['storageUsage', 'Firefox', storing(async () => ({ usage: 0 })), { value: 0 }],
  ['storageUsage', 'an opaque origin', storing(() => refusing('TypeError')), { absent: 'denied' }],
  ['storageUsage', 'WebKitGTK', { navigator: {} }, { absent: 'unavailable' }],
  ['opfs', 'a window that may store', opening(async () => ({ kind: 'directory' })), { value: 'directory' }],
  ['opfs', 'a private window of Firefox', opening(() => refusing()), { value: 'SecurityError' }],
  ['opfs', 'a private window of Safari', opening(() => refusing('UnknownError')), { value: 'UnknownError' }],
  ['opfs', 'an older browser', { navigator: { storage: {} } }, { absent: 'unavailable' }],
  ['cacheStorage', 'a page', { caches: { has: async () => false } }, { value: 'answered' }],
  ['cacheStorage', 'a sandbox', sandboxed, { value: 'SecurityError' }],
  ['cacheStorage', 'a plain HTTP page', {}, { absent: 'unavailable' }],
  ['cookieStore', 'a page without that cookie', { cookieStore: { get: async () => null } }, { value: 'answered' }],
  ['cookieStore', 'an opaque origin', { cookieStore: { get: () => refusing() } }, { value: 'SecurityError' }],
  ['storageBuckets', 'Chromium', { navigator: { storageBuckets: { keys: async () => [] } } }, { value: 'answered' }],
  ['storageBuckets', 'Firefox', { navigator: {} }, { absent: 'unavailable' }],
  [
    'serviceWorker',
    'a page without one',
    { navigator: { serviceWorker: { controller: null } } },
    { value: 'uncontrolled' },
  ],
  ['serviceWorker', 'an application', { navigator: { serviceWorker: { controller: {} } } }, { value: 'controlled' }],
  ['serviceWorker', 'a plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
])('%s: %s', async (name, _who, g, expected) => {
  expect(await storageSources[name](g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(storageSources.cookieStore({ cookieStore: { get: () => refusing('DataError') } })).rejects.toThrow('no')
})
