import { expect, it } from 'vitest'
import { textLines } from './text-lines.ts'

it.each([
  ['', []],
  ['\n\n \t\n', []],
  ['one', ['one']],
  ['one\ntwo\n', ['one', 'two']],
  ['one\r\n\r\n  two \t\r\n', ['one', 'two']],
  ['\u0000one\u0000\n', ['one']],
  ['one two', ['one two']],
])('%j has the lines %j', (text, lines) => {
  const seen: string[] = []
  textLines(text, (from, to) => seen.push(text.slice(from, to)))
  expect(seen).toEqual(lines)
})
