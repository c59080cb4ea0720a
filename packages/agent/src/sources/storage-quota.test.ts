import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import type { StorageLike } from '../navigator-extras.ts'
import { storageQuota } from './storage-quota.ts'

const storing = (storage: StorageLike): Global => ({ navigator: { storage } })
const refusing = (name: string): Global =>
  storing({ estimate: () => Promise.reject(new DOMException('no shelf', name)) })

it.each<[string, Global, unknown]>([
  [
    'hands the quota on as it is',
    storing({ estimate: async () => ({ quota: 3_000_000_001 }), persisted: async () => true }),
    { value: { quotaBytes: 3_000_000_001, persisted: true } },
  ],
  [
    'a browser that promises nothing',
    storing({ estimate: async () => ({ quota: 5 }) }),
    { value: { quotaBytes: 5, persisted: null } },
  ],
  ['a browser that leaves the quota out', storing({ estimate: async () => ({}) }), { absent: 'unavailable' }],
  ['an opaque origin', refusing('TypeError'), { absent: 'denied' }],
  ['an opaque origin in Chromium', refusing('SecurityError'), { absent: 'denied' }],
  ['a plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await storageQuota(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(storageQuota(refusing('DataError'))).rejects.toThrow('no shelf')
})
