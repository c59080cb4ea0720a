import { expect, it } from 'vitest'
import { wholeSystemStep } from './steps.ts'

/** A name that no test file has, so that Vitest starts and runs none. */
const NOTHING = ['--passWithNoTests', 'no-such-test-file']

const bare = { paths: {}, missing: ['no Chromium: install it', 'no Firefox: install it'] }

it('leaves out file by file what needs Chromium where there is none, and says why', async () => {
  const { tally, report } = await wholeSystemStep(NOTHING, bare, false)
  expect(tally).toMatchObject({ failed: 0, skipped: expect.any(Number) })
  expect(tally.skipped).toBeGreaterThan(3)
  expect(report).toBe('no Chromium: install it\nno Firefox: install it')
})

it('does not let CI pass where a program is missing', async () => {
  expect((await wholeSystemStep(NOTHING, bare, true)).tally.failed).toBe(2)
})
