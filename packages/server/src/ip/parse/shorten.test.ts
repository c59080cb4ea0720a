import { expect, it } from 'vitest'
import { EXCERPT_CHARS_MAX, ownCopy, shorten } from './shorten.ts'

it.each([
  ['192.0.2.1 and more', '192.0.2.1 and more'],
  ['  blanks around\r', 'blanks around'],
  ['caf\u00e9 \u001b[31m \u202e \u0000', 'caf? ?[31m ? ?'],
  ['http://ada:secret@192.0.2.1:80 slow', '***@192.0.2.1:80 slow'],
  ['somebody@example.com', '***@example.com'],
  ['x'.repeat(80), 'x'.repeat(80)],
  ['x'.repeat(81), `${'x'.repeat(77)}...`],
  ['a\tb\nc', 'a b c'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(shorten(text)).toBe(shown)
})

it('stays on one line, short and printable, however long the text', () => {
  const shown = shorten('\u{1f600}\n@'.repeat(1_000_000))
  expect(shown.length).toBeLessThanOrEqual(EXCERPT_CHARS_MAX)
  expect(shown).toMatch(/^[\x20-\x7e]*$/)
})

it('copies a text as it is', () => {
  expect(ownCopy('M\u00fcnchen')).toBe('M\u00fcnchen')
})
