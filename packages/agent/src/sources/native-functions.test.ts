import { expect, it } from 'vitest'
import { framing } from '../../test/fake-frame.ts'
import { nativeFunctions } from './native-functions.ts'

const native = {
  text: 'function getTimezoneOffset() { [native code] }',
  sameByFrame: null,
  name: 'getTimezoneOffset',
  ownKeys: ['length', 'name'],
  hidden: false,
}
const DATE = 'Date.prototype.getTimezoneOffset'

it('describes a function that nobody has touched', () => {
  expect(nativeFunctions({ Date })).toEqual({ value: { [DATE]: native } })
})

it('asks an untouched frame for its view, and leaves nothing behind', () => {
  const { g, attached } = framing({ window: { Function } })
  expect(nativeFunctions({ ...g, Date })).toEqual({ value: { [DATE]: { ...native, sameByFrame: true } } })
  expect(attached.size).toBe(0)
})

it('tells that the frame sees another text than the page', () => {
  const truthful = { prototype: { toString: () => 'function getTimezoneOffset() { return 0 }' } }
  const { g } = framing({ window: { Function: truthful } })
  expect(nativeFunctions({ ...g, Date })).toMatchObject({ value: { [DATE]: { sameByFrame: false } } })
})

it('shows the start of the text, the name and the properties of a function that was put in its place', () => {
  const lie = Object.assign(() => 0, { original: true })
  const patched = class extends Date {}
  Object.defineProperty(patched.prototype, 'getTimezoneOffset', { value: lie })
  const look = Object(nativeFunctions({ Date: patched })).value[DATE]
  expect(look).toMatchObject({ name: '', ownKeys: ['length', 'name', 'original'], hidden: false })
  expect(look.text).toMatch(/^\(\) => 0/)
})

it('sees a getter, and an own property of the navigator that hides it', () => {
  class Navigator {
    get webdriver(): boolean {
      return false
    }
  }
  const navigator = Object.defineProperty(new Navigator(), 'webdriver', { value: undefined })
  expect(nativeFunctions(Object.assign({}, { Navigator, navigator }))).toMatchObject({
    value: { 'Navigator.prototype.webdriver': { name: 'get webdriver', hidden: true } },
  })
})

it('cuts what is too long to be native', () => {
  const endless = Object.defineProperty(() => 'x'.repeat(3), 'name', { value: 'n'.repeat(500) })
  for (let i = 0; i < 50; i++) Object.assign(endless, { [`${'k'.repeat(200)}${i}`]: i })
  const look = Object(
    nativeFunctions({ Intl: Object({ DateTimeFormat: { prototype: { resolvedOptions: endless } } }) }),
  )
  const { name, ownKeys } = look.value['Intl.DateTimeFormat.prototype.resolvedOptions']
  expect([name.length, ownKeys.length, ownKeys[7].length]).toEqual([80, 8, 80])
})

it('is unavailable where there are no functions to look at', () => {
  expect(nativeFunctions({})).toEqual({ absent: 'unavailable' })
})
