import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { linesOf } from './lines-of.ts'

const file = join(mkdtempSync(join(tmpdir(), 'tracio-lines-')), 'lines.txt')

it.each([
  ['', []],
  ['one', ['one']],
  ['one\n', ['one']],
  ['one\n\ntwo', ['one', '', 'two']],
])('of %j are %j', (text, lines) => {
  writeFileSync(file, text)
  expect([...linesOf(file)]).toEqual(lines)
})

it('are whole where pieces of the file meet, in the middle of a letter too', () => {
  const lines = Array.from({ length: 200_000 }, (_, index) => `${index} Zürich €`)
  writeFileSync(file, lines.join('\n'))
  expect([...linesOf(file)]).toEqual(lines)
})
