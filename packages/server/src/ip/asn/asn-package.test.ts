import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtOnOf, findAsnPackage } from './asn-package.ts'

it('finds the files of the installed package, and their day', () => {
  const found = findAsnPackage()
  expect([found?.ipv4Csv ?? '', found?.ipv6Csv ?? ''].every((file) => statSync(file).size > 1_000_000)).toBe(true)
  expect(found?.builtOn).toMatch(/^20\d\d-\d\d-\d\d$/)
})

it('finds nothing where it is not installed', () => {
  expect(findAsnPackage(join(tmpdir(), 'somewhere.js'))).toBeNull()
})

it.each([
  ['2.3.2026061719', '2026-06-17'],
  ['2.3.2026130100', null],
  ['3.0.0', null],
])('of version %s the day is %s', (version, day) => {
  expect(builtOnOf(version)).toBe(day)
})
