import { expect, it } from 'vitest'
import { globalPrivacyControl, refuseOptOut } from './global-privacy-control.ts'

it.each([
  ['the header alone', '1', undefined, true],
  ['the navigator alone', undefined, true, true],
  ['the header against the navigator', '1', false, true],
  ['a navigator that says no', undefined, false, false],
  ['a browser that does not speak of it', undefined, undefined, null],
  ['a header of another value', '0', undefined, null],
  ['a header that came twice', ['1', '1'], undefined, null],
])('hears %s', (_name, header, said, gpc) => {
  expect(globalPrivacyControl(header, said)).toBe(gpc)
})

it('refuses where the key obeys and the visitor asks', () => {
  expect(() => refuseOptOut({ privacyControl: 'obey' }, true)).toThrow(
    expect.objectContaining({ code: 'privacy_opt_out', status: 403 }),
  )
})

it.each([
  ['obey', false],
  ['obey', null],
  ['report', true],
] as const)('lets pass where the key is set to %s and the visitor says %s', (privacyControl, gpc) => {
  expect(() => refuseOptOut({ privacyControl }, gpc)).not.toThrow()
})
