import { emptyTally, type Tally } from './tally.ts'

/** The part of Vitest's JSON report that counts. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { status: string }[] }[]
}

/**
 * What a Vitest run amounts to. Its exit code has the last word: a run that ended badly has at least one failure,
 * whatever its report says or whether it left one at all.
 */
export function tallyOfVitest(reportText: string | undefined, exitedWell: boolean): Tally {
  const report = reportText === undefined ? undefined : parseReport(reportText)
  if (report === undefined) return { ...emptyTally, failed: 1 }
  const failed = report.numFailedTests + filesFailedAsAWhole(report)
  return {
    passed: report.numPassedTests,
    failed: exitedWell ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** A file that does not even load reports no test of its own, and would go uncounted. */
function filesFailedAsAWhole({ testResults }: VitestReport): number {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length
}

function parseReport(text: string): VitestReport | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isReport(parsed) ? parsed : undefined
  } catch (error) {
    // Half a report is what a crash in the middle of writing leaves behind.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isReport(value: unknown): value is VitestReport {
  if (typeof value !== 'object' || value === null || !('testResults' in value)) return false
  const counts: Readonly<Record<string, unknown>> = { ...value }
  const names = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests']
  return Array.isArray(value.testResults) && names.every((name) => Number.isInteger(counts[name]))
}
