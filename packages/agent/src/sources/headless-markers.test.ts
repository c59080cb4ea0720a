import { describe, expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { headlessMarkers } from './headless-markers.ts'

const desktop: Global = {
  outerWidth: 1280,
  outerHeight: 860,
  innerWidth: 1264,
  innerHeight: 720,
  chrome: {},
  Notification: { permission: 'default' },
  navigator: {
    plugins: Object.assign([Object.assign([], { name: 'PDF Viewer' })]),
    permissions: { query: async () => ({ state: 'prompt' }) },
    connection: { rtt: 50 },
  },
  document: { hasFocus: () => true, visibilityState: 'visible' },
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(Number(timer)),
}
const seen = {
  outerWidth: 1280,
  outerHeight: 860,
  innerWidth: 1264,
  innerHeight: 720,
  pluginCount: 1,
  notificationPermission: 'default',
  notificationQuery: 'prompt',
  chromeObject: true,
  documentFocus: true,
  visibility: 'visible',
  rttMs: 50,
}
const answering = (query: () => Promise<{ state: string }>): Global => ({
  ...desktop,
  navigator: { permissions: { query } },
})
const unasked = { ...seen, pluginCount: null, notificationQuery: null, rttMs: null }

it.each<[string, Global, unknown]>([
  ['a desktop', desktop, { value: seen }],
  [
    'a browser that does not know the permission',
    answering(() => Promise.reject(new TypeError('?'))),
    { value: unasked },
  ],
  [
    'a document that is going away',
    answering(() => Promise.reject(new DOMException('gone', 'InvalidStateError'))),
    { value: unasked },
  ],
  ['a permission store that never answers', answering(() => new Promise(() => undefined)), { value: unasked }],
  [
    'a poor window',
    { outerWidth: 5, outerHeight: 5, innerWidth: 5, innerHeight: 5 },
    {
      value: {
        ...{ outerWidth: 5, outerHeight: 5, innerWidth: 5, innerHeight: 5, pluginCount: null, rttMs: null },
        ...{ notificationPermission: null, notificationQuery: null, chromeObject: false },
        ...{ documentFocus: false, visibility: '' },
      },
    },
  ],
  ['a worker', {}, { absent: 'unavailable' }],
  ['a window without its inner sizes', { outerWidth: 5, outerHeight: 5 }, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await headlessMarkers(g)).toEqual(expected)
})

describe('a window whose outer size is zero', () => {
  /** A clock that moves only when somebody waits, and a window that grows at the given time. */
  const growing = (atMs: number): Global => {
    let ms = 0
    return {
      ...desktop,
      performance: { now: () => ms },
      setTimeout: (callback, wait) => {
        if (wait < 300) ms += wait
        return wait < 300 ? callback() : undefined
      },
      get outerWidth() {
        return ms < atMs ? 0 : 1280
      },
    }
  }
  it('is looked at again, because Chromium is slow after a navigation', async () => {
    expect(await headlessMarkers(growing(100))).toEqual({ value: seen })
  })
  it('is believed when it stays so', async () => {
    expect(await headlessMarkers(growing(1e9))).toEqual({ value: { ...seen, outerWidth: 0 } })
  })
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(headlessMarkers(answering(() => Promise.reject(new RangeError('odd'))))).rejects.toThrow('odd')
})
