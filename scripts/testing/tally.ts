/** How many checks came out which way. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 }

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    emptyTally,
  )
}

/** A check without parts, such as the types of one package. */
export function tallyOf(succeeded: boolean): Tally {
  return succeeded ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 }
}

/** The last line of a run. Machines read it: it has this form and no other. */
export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
