import { expect, it } from 'vitest'
import { chromeOnWindows, headlessChromium } from '../test/people.ts'
import { visit } from '../test/visit.ts'
import { evaluate } from './evaluate.ts'
import { judge } from './judge.ts'
import { prepare } from './prepare.ts'

const derivedOf = (observations: ReturnType<typeof visit>) => prepare(observations.readings, '').derived

it('gives every event its verdict', () => {
  const observations = visit(headlessChromium)
  const { event } = evaluate(observations)
  expect(event).toMatchObject(judge(observations, derivedOf(observations), event.identification))
})

it('scores whoever it is told that it was, and looks nobody up', () => {
  const observations = visit(chromeOnWindows)
  const newcomer = evaluate(observations).event.identification
  const causes = (identification: typeof newcomer) =>
    judge(observations, derivedOf(observations), identification).score.parts.map(({ cause }) => cause)
  expect(causes(newcomer)).toContain('first_visit')
  expect(causes({ ...newcomer, kind: 'cookie' })).not.toContain('first_visit')
})
