import { expect, it } from 'vitest'
import { tallyOfVitest } from './vitest-report.ts'

const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const file = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((outcome) => ({ status: outcome })),
})

it.each([
  ['a green run', { numPassedTests: 7 }, true, { passed: 7, failed: 0, skipped: 0 }],
  ['skipped and planned tests', { numPendingTests: 2, numTodoTests: 1 }, true, { passed: 0, failed: 0, skipped: 3 }],
  [
    'a failed test, counted once',
    { numPassedTests: 4, numFailedTests: 1, testResults: [file('failed', 'passed', 'failed')] },
    false,
    { passed: 4, failed: 1, skipped: 0 },
  ],
  [
    'a file that does not load',
    { numPassedTests: 4, testResults: [file('passed', 'passed'), file('failed')] },
    false,
    { passed: 4, failed: 1, skipped: 0 },
  ],
  ['an error outside of every test', { numPassedTests: 4 }, false, { passed: 4, failed: 1, skipped: 0 }],
])('counts %s', (_name, report, exitedWell, expected) => {
  expect(tallyOfVitest(JSON.stringify({ ...counts, ...report }), exitedWell)).toEqual(expected)
})

it.each([
  ['no report', undefined],
  ['half a report', '{"numPassedTests": 4, "testRes'],
  ['a report of another shape', '{"numPassedTests": "4", "testResults": []}'],
])('takes %s for a crash', (_name, text) => {
  expect(tallyOfVitest(text, true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
