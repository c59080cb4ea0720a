import { expect, it } from 'vitest'
import { explanationReasons, step } from './explanation.ts'

it('has a sentence for every code', () => {
  for (const [code, sentence] of Object.entries(explanationReasons)) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(sentence).toMatch(/^[A-Z].+\.$/)
  }
})

it('keeps what was observed beside the code', () => {
  expect(step('cookie_known', '3 visits before')).toEqual({ reason: 'cookie_known', observed: '3 visits before' })
})
