import { expect, it } from 'vitest'
import { wholeSystemStep } from './steps.ts'

const missing = { missing: 'no Chromium: install one' }

it('leaves the whole-system tests out where there is no browser, and says so', async () => {
  expect(await wholeSystemStep([], missing, false)).toEqual({
    tally: { passed: 0, failed: 0, skipped: 1 },
    report: 'no Chromium: install one\n',
  })
})

it('does not let CI pass without the whole-system tests', async () => {
  expect((await wholeSystemStep([], missing, true)).tally).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
