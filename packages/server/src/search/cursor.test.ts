import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../../test/directory-contract.ts'
import { CURSOR_LENGTH, type Question, readCursor, writeCursor } from './cursor.ts'

const question: Question = { workspace: aWorkspace, order: 'newest', filter: { ip: '192.0.2.1', tag: 'login' } }
const position = { at: 1_795_219_200_123, number: 7 }
const cursor = writeCursor(position, question)

it('comes back as it was given, in whatever order the filter is named', () => {
  expect(readCursor(cursor, question)).toEqual(position)
  expect(readCursor(cursor, { ...question, filter: { tag: 'login', ip: '192.0.2.1' } })).toEqual(position)
  expect([cursor.length, cursor]).toEqual([CURSOR_LENGTH, expect.stringMatching(/^[\w-]+$/)])
})

it.each<[string, Question]>([
  ['another filter', { ...question, filter: { ip: '192.0.2.2', tag: 'login' } }],
  ['a filter less', { ...question, filter: { ip: '192.0.2.1' } }],
  ['a filter more', { ...question, filter: { ...question.filter, from: 0 as EpochMs } }],
  ['the other order', { ...question, order: 'oldest' }],
  ['another workspace', { ...question, workspace: otherWorkspace }],
])('is refused with %s', (_name, other) => {
  expect(readCursor(cursor, other)).toBeUndefined()
})

it.each([
  ['nothing', ''],
  ['a word', 'next'],
  ['a cursor cut short', cursor.slice(0, -1)],
  ['a cursor with something behind it', `${cursor}A`],
  ['a cursor in another alphabet', `${cursor.slice(0, -1)}+`],
  ['another version', `_${cursor.slice(1)}`],
  [
    'a number beyond counting',
    Buffer.concat([Buffer.from(cursor, 'base64url').subarray(0, 17), Buffer.alloc(8, 127)]).toString('base64url'),
  ],
])('is refused when it is %s', (_name, text) => {
  expect(readCursor(text, question)).toBeUndefined()
})
