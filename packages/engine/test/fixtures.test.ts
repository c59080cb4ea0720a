import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../src/evaluate.ts'
import { matrixOf } from './matrix.ts'
import { FIXTURES, readFixtures, recordedReadings, recordedVisit } from './recorded.ts'

const fixtures = readFixtures()

describe.each(fixtures)('$name', ({ recorded, genuine }) => {
  it('has no reading that we failed at', () => {
    const failures = Object.entries(recordedReadings(recorded)).filter(
      ([, reading]) => 'gap' in reading && ['error', 'timeout', 'invalid'].includes(reading.gap),
    )
    expect(failures).toEqual([])
  })

  const { driver } = recorded.browser
  const verdict = () => evaluate(recordedVisit(recorded)).event.bot.result
  if (genuine) {
    it('is no bot, and nobody drove it', () => {
      expect([verdict(), driver]).toEqual(['human', null])
    })
  } else if (driver !== null) {
    it('is a bot, because it says that a program drives it', () => {
      expect(verdict()).toBe('bot')
    })
  }
})

it('has every verdict in the matrix as it is now', () => {
  expect(readFileSync(join(FIXTURES, 'matrix.md'), 'utf8')).toBe(matrixOf(fixtures))
})
