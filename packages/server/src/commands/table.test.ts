import { expect, it } from 'vitest'
import { properties, table } from './table.ts'

it('aligns columns, and marks what is missing', () => {
  expect(
    table(
      ['id', 'name'],
      [
        ['1', 'shop'],
        ['12345', null],
        ['1', ''],
      ],
    ),
  ).toBe('id     name\n1      shop\n12345  -\n1      -\n')
})

it('is only its headings when there is nothing', () => {
  expect(table(['id', 'name'], [])).toBe('id  name\n')
})

it('lets no value move the cursor', () => {
  expect(
    properties([
      ['tag', 'a\u001b[A'],
      ['none', null],
    ]),
  ).toBe('tag   a\\u{1b}[A\nnone  -\n')
})
