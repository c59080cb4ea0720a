import { expect, it } from 'vitest'
import { memoryTerminal } from '../../test/memory-terminal.ts'
import { show, showTime } from './show.ts'

it('prints for people, or one JSON document for programs', () => {
  const terminal = memoryTerminal()
  show(terminal, {}, { a: 1 }, 'a is 1\n')
  show(terminal, { json: true }, { a: 1 }, 'a is 1\n')
  expect(terminal.printed).toEqual({ out: 'a is 1\n{\n  "a": 1\n}\n', err: '' })
})

it('prints moments in UTC, and null for none', () => {
  expect([showTime(0), showTime(null)]).toEqual(['1970-01-01T00:00:00.000Z', null])
})
