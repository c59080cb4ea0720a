import { beforeEach, expect, it } from 'vitest'
import type { TracioInstance } from './instance.ts'
import { liveInstance } from './live-instance.ts'

let place: object
beforeEach(() => {
  place = {}
})

/** As much of an instance as the registry looks at. */
const instance = (publicKey: string, release: () => void): TracioInstance => ({
  publicKey,
  destroyed: false,
  getResult: () => Promise.reject(new Error('unused')),
  getVisitorId: () => Promise.reject(new Error('unused')),
  collect: () => Promise.reject(new Error('unused')),
  consent: () => undefined,
  onReady: () => () => undefined,
  onError: () => () => undefined,
  destroy: release,
})
const live = (publicKey: string): TracioInstance =>
  liveInstance(place, publicKey, (release) => instance(publicKey, release))

it('gives the same instance for the same key', () => {
  expect(live('pk_1')).toBe(live('pk_1'))
})

it('refuses another key while one lives, and says which', () => {
  live('pk_1')
  expect(() => live('pk_2')).toThrow(expect.objectContaining({ code: 'multiple_keys' }))
  expect(() => live('pk_2')).toThrow('pk_1')
})

it('makes room when one is destroyed', () => {
  const first = live('pk_1')
  first.destroy()
  expect(live('pk_2').publicKey).toBe('pk_2')
})

it('keeps nothing of an instance that could not be made', () => {
  const fail = (): never => {
    throw new Error('no')
  }
  expect(() => liveInstance(place, 'pk_1', fail)).toThrow('no')
  expect(live('pk_2').publicKey).toBe('pk_2')
})

it('is found by every copy of the agent, and by nobody who lists a page', () => {
  const first = live('pk_1')
  expect(Reflect.get(place, Symbol.for('tracio.registry.v1'))).toBe(first)
  expect(Object.keys(place)).toEqual([])
})
