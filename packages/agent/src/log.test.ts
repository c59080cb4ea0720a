import { expect, it } from 'vitest'
import { createLog, redacted } from './log.ts'

const written = (debug: unknown): unknown[][] => {
  const lines: unknown[][] = []
  const log = createLog({ console: { debug: (...what) => lines.push(what) } }, debug)
  log('reads')
  log('sends', { bytes: 7 })
  return lines
}

it('writes to the debug channel when asked to', () => {
  expect(written(true)).toEqual([['tracio: reads'], ['tracio: sends', { bytes: 7 }]])
})

it.each([false, undefined, 'true', 1])('writes nothing when not: %s', (debug) => {
  expect(written(debug)).toEqual([])
})

it.each([{}, { console: {} }])('does without a console', (g) => {
  expect(() => createLog(g, true)('reads')).not.toThrow()
})

it('shows options without what names a person', () => {
  const options = { publicKey: 'pk', linkedId: 'ada', linkedIdSig: 'ab', fields: { mail: 'ada@example.com' } }
  const hidden = '[redacted]'
  expect(redacted(options)).toEqual({ publicKey: 'pk', linkedId: hidden, linkedIdSig: hidden, fields: hidden })
  expect(redacted({ tag: 'login' })).toEqual({ tag: 'login' })
})
