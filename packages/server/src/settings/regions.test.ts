import { expect, it } from 'vitest'
import { regions } from './regions.ts'

it.each([
  ['nothing', '', {}],
  ['one', 'eu=https://eu.example.com', { eu: 'https://eu.example.com' }],
  [
    'several, with blanks, empty parts and slashes at the end',
    ' us = https://us.example.com/ ,, eu-1=http://localhost:8080/t// ',
    { us: 'https://us.example.com', 'eu-1': 'http://localhost:8080/t' },
  ],
])('takes %s', (_name, text, value) => {
  expect(regions(text)).toEqual({ value })
})

it.each([
  ['no address', 'eu', 'NAME=URL'],
  ['no name', '=https://eu.example.com', 'NAME=URL'],
  ['a name in capitals', 'EU=https://eu.example.com', 'NAME=URL'],
  ['an address without scheme', 'eu=eu.example.com', 'must give eu'],
  ['an address with a query', 'eu=https://eu.example.com?a=1', 'must give eu'],
  ['an address with a password', 'eu=https://a:b@eu.example.com', 'must give eu'],
  ['a name given twice', 'eu=https://a.example,eu=https://b.example', 'eu twice'],
])('refuses %s', (_name, text, wrong) => {
  expect(regions(text)).toEqual({ wrong: expect.stringContaining(wrong) })
})
