import { expect, it } from 'vitest'
import { printable } from './printable.ts'

it.each([
  ['an escape sequence', 'a\u001b[2Jb', 'a\\u{1b}[2Jb'],
  ['an escape of one byte', '\u009b2J', '\\u{9b}2J'],
  ['a line break', 'a\nb', 'a\\u{a}b'],
  ['a turn of direction', 'exe.\u202egpj', 'exe.\\u{202e}gpj'],
])('shows %s instead of obeying it', (_name, text, shown) => {
  expect(printable(text)).toBe(shown)
})

it('leaves the words of every language alone', () => {
  const text = 'Žluťoučký kůň, 日本語, مرحبا, 👩‍💻'
  expect(printable(text)).toBe(text)
})
