import { expect, it } from 'vitest'
import { OperatorError } from '../../operator-error.ts'
import { parseAsRows } from './as-rows.ts'

const HEAD = '# A table.\n#   ada = what Ada says (2026-11-01)\n#   bob-2 = what Bob says\nasn,class,sources,note\n'
const read = (rows: string) => parseAsRows(`${HEAD}${rows}`, 'some.csv')

it('reads rows by the names of their columns', () => {
  expect(read('64496,vpn,ada;bob-2,\n\n64497,tor,ada,one, two\n')).toEqual([
    { asn: 64496, columns: { class: 'vpn', sources: 'ada;bob-2', note: '' }, sources: ['ada', 'bob-2'] },
    { asn: 64497, columns: { class: 'tor', sources: 'ada', note: 'one, two' }, sources: ['ada'] },
  ])
})

it.each([
  ['AS64496,vpn,ada,', 'some.csv, line 5: "AS64496" is no AS number.'],
  ['0,vpn,ada,', 'is no AS number.'],
  ['4294967296,vpn,ada,', 'is no AS number.'],
  ['64496,vpn,ada', 'A column is missing.'],
  ['64496,vpn,carol,', 'The head does not explain the source "carol".'],
  ['64496,vpn,,', 'The head does not explain the source "".'],
  ['64496,vpn,ada,\n64496,tor,ada,', 'line 6: AS64496 has a row already.'],
])('refuses %j and says where', (rows, message) => {
  expect(() => read(rows)).toThrow(message)
  expect(() => read(rows)).toThrow(OperatorError)
})

it.each([
  ['', 'some.csv is empty.'],
  ['64496,vpn,ada,\n', 'The columns have no names.'],
])('refuses a table without its head: %j', (text, message) => {
  expect(() => parseAsRows(text, 'some.csv')).toThrow(message)
})
