import { expect, it } from 'vitest'
import { framing } from '../test/fake-frame.ts'
import { holdFrame, withFrame } from './frame.ts'

it('opens a frame for a user and takes it away afterwards', () => {
  const { g, attached } = framing({})
  expect(withFrame(g, (frame) => attached.has(frame))).toBe(true)
  expect(attached.size).toBe(0)
})

it('takes the frame away when its user fails', () => {
  const { g, attached } = framing({})
  const fail = (): never => {
    throw new Error('odd')
  }
  expect(() => withFrame(g, fail)).toThrow('odd')
  expect(attached.size).toBe(0)
})

it('gives everybody the same frame while somebody holds it', () => {
  const { g, attached, made } = framing({})
  const release = holdFrame(g)
  expect(made()).toBe(0)
  expect(withFrame(g, (frame) => frame)).toBe(withFrame(g, (frame) => frame))
  expect([made(), attached.size]).toEqual([1, 1])
  release()
  expect(attached.size).toBe(0)
})

it('keeps the frame until the last of two holders lets go, and opens another one later', () => {
  const { g, attached, made } = framing({})
  const [first, second] = [holdFrame(g), holdFrame(g)]
  withFrame(g, () => undefined)
  first()
  expect(attached.size).toBe(1)
  second()
  expect(attached.size).toBe(0)
  withFrame(g, () => undefined)
  expect([made(), attached.size]).toEqual([2, 0])
})

it('lets nobody into a frame of another origin, opens one all the same only once, and takes it away', () => {
  const { g, attached, made } = framing({ document: null })
  const release = holdFrame(g)
  const look = (): never => {
    throw new Error('the browser forbids it')
  }
  expect([withFrame(g, look), withFrame(g, look), made()]).toEqual([undefined, undefined, 1])
  release()
  expect(attached.size).toBe(0)
})

it.each([
  ['no document', {}],
  ['a document without a root', { document: {} }],
])('has no frame for %s', (_name, g) => {
  expect(withFrame(g, () => 'used')).toBe(undefined)
})
