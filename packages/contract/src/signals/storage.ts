import { bool, dict, nullable, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** "answered" or another plain word, or the name of the error with which the browser refuses. */
const behaviour = text(64)

/** Room and places for storing, beyond the oldest ones. */
export const storageSignals = {
  storageQuota: signal(shape({ quotaBytes: num(0, Number.MAX_SAFE_INTEGER), persisted: nullable(bool) }), {
    family: 'storage',
    tier: 'volatile',
    unit: 'B',
    readFrom: 'StorageManager#estimate, StorageManager#persisted',
    contexts: ['window'],
    changesWith: 'free space on the disk, private windows of older browsers',
    constant: 'all recorded browsers with an estimate cap it alike; older ones and full disks do not',
  }),
  opfs: signal(text(64), {
    family: 'storage',
    tier: 'semi',
    readFrom: 'StorageManager#getDirectory',
    contexts: ['window'],
    changesWith: 'private windows in some browsers, settings, sandboxes',
  }),
  storageInterfaces: signal(dict(bool, 40), {
    family: 'storage',
    tier: 'semi',
    readFrom: 'Navigator, Window and Document, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates, plain HTTP instead of HTTPS',
  }),
  storageUsage: signal(num(0, Number.MAX_SAFE_INTEGER), {
    family: 'storage',
    tier: 'session',
    unit: 'B',
    readFrom: 'StorageManager#estimate',
    contexts: ['window'],
    changesWith: 'what the site stores',
  }),
  cacheStorage: signal(behaviour, {
    family: 'storage',
    tier: 'semi',
    readFrom: 'CacheStorage#has',
    contexts: ['window'],
    constant: 'browsers that lock storage away refuse it',
    changesWith: 'settings, sandboxes, private windows of some browsers',
  }),
  cookieStore: signal(behaviour, {
    family: 'storage',
    tier: 'semi',
    readFrom: 'CookieStore#get',
    contexts: ['window'],
    constant: 'browsers that lock storage away refuse it',
    changesWith: 'settings, sandboxes, browser updates',
  }),
  storageBuckets: signal(behaviour, {
    family: 'storage',
    tier: 'semi',
    readFrom: 'StorageBucketManager#keys',
    contexts: ['window'],
    constant: 'browsers that lock storage away refuse it',
    changesWith: 'sandboxes, browser updates',
    neverIn: ['firefox', 'safari'],
  }),
  serviceWorker: signal(behaviour, {
    family: 'storage',
    tier: 'session',
    readFrom: 'ServiceWorkerContainer#controller',
    contexts: ['window'],
    constant: 'sites with a service worker of their own differ, and browsers that lock it away',
    changesWith: 'the page and its service worker, sandboxes',
  }),
}
