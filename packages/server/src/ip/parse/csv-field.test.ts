import { expect, it } from 'vitest'
import { csvField } from './csv-field.ts'

const LINE = '"a, b",192.0.2.1 , "say ""hi""" ,, last'

it.each([
  [LINE, 0, 'a, b'],
  [LINE, 1, '192.0.2.1'],
  [LINE, 2, 'say ""hi""'],
  [LINE, 3, ''],
  [LINE, 4, 'last'],
  [LINE, 5, undefined],
  ['a', 0, 'a'],
  ['', 0, ''],
  ['a,', 1, ''],
  ['"never closed, b', 0, undefined],
  ['"never closed, b', 1, undefined],
  ['"closed"trailing,b', 1, 'b'],
])('%j has in column %i %j', (line, column, field) => {
  const bounds = csvField(line, 0, line.length, column)
  expect(bounds && line.slice(bounds.from, bounds.to)).toBe(field)
})

it('does not read over the end of its line', () => {
  expect(csvField('a\nb,c', 0, 1, 1)).toBeUndefined()
  expect(csvField('"a\nb",c', 0, 2, 0)).toBeUndefined()
})
