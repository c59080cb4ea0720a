import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { storage } from './storage.ts'

const navigator = { cookieEnabled: true }
const all = { cookies: true, localStorage: true, sessionStorage: true, indexedDb: true }

const refusing = (name: string): Global => ({
  navigator,
  sessionStorage: {},
  indexedDB: {},
  get localStorage(): never {
    throw new DOMException('not for you', name)
  },
})

it.each<[string, Global, unknown]>([
  ['everything allowed', { navigator, localStorage: {}, sessionStorage: {}, indexedDB: {} }, { value: all }],
  ['a sandboxed frame', refusing('SecurityError'), { value: { ...all, localStorage: false } }],
  [
    'cookies switched off, IndexedDB missing, DOM storage switched off',
    { navigator: { cookieEnabled: false }, localStorage: null, sessionStorage: null },
    { value: { cookies: false, localStorage: false, sessionStorage: false, indexedDb: false } },
  ],
  ['a global without navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(storage(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', () => {
  expect(() => storage(refusing('UnknownError'))).toThrow('not for you')
})
