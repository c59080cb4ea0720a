import { expect, it } from 'vitest'
import { fieldAt, isTrueAt, numberAt, textAt } from './field-at.ts'

const record = {
  city: { names: { en: 'Example' } },
  subdivisions: [{ iso_code: 'EX' }],
  empty: '',
  long: 'x'.repeat(1000),
  radius: 12.5,
  lat: '-33.86',
  never: Number.NaN,
  is_vpn: true,
  old_vpn: 'true',
  no_vpn: false,
}

it('goes into maps and lists, and takes the first field there is', () => {
  expect(fieldAt(record, 'nowhere', 'city.names.en')).toBe('Example')
  expect(fieldAt(record, 'subdivisions.0.iso_code')).toBe('EX')
  expect(fieldAt(record, 'city.names.en.more', 'subdivisions.1.iso_code')).toBeUndefined()
})

it('does not find what every object has', () => {
  expect(fieldAt(record, 'constructor', 'city.toString', '__proto__')).toBeUndefined()
})

it('passes over texts that are empty, too long, or none', () => {
  expect(textAt(record, 'empty', 'long', 'radius', 'subdivisions.0.iso_code')).toBe('EX')
  expect(textAt(record, 'empty')).toBeNull()
})

it('reads numbers, also those written as texts', () => {
  expect(numberAt(record, 'never', 'radius')).toBe(12.5)
  expect(numberAt(record, 'lat')).toBe(-33.86)
  expect(numberAt(record, 'empty', 'never', 'city')).toBeNull()
})

it('takes for true only what says true', () => {
  expect([isTrueAt(record, 'no_vpn', 'is_vpn'), isTrueAt(record, 'old_vpn')]).toEqual([true, true])
  expect(isTrueAt(record, 'no_vpn', 'radius', 'city', 'nowhere')).toBe(false)
})
