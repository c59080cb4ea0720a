import { expect, it } from 'vitest'
import { guardedFunctions } from './guarded-functions.ts'

it('finds functions and getters by path, reads no getter, and leaves out what is missing', () => {
  class Navigator {
    get webdriver(): boolean {
      return expect.unreachable()
    }
  }
  const seen = guardedFunctions(Object.assign({ Date }, { Navigator }), ({ f, name }) => [f.name, name])
  expect(seen).toEqual({
    'Navigator.prototype.webdriver': ['get webdriver', 'webdriver'],
    'Date.prototype.getTimezoneOffset': ['getTimezoneOffset', 'getTimezoneOffset'],
  })
})
