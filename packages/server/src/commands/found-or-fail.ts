import { OperatorError } from '../operator-error.ts'
import type { Answered } from '../ports/event-search.ts'

/** What a search found. Throws an `OperatorError` when it was stopped at its limit, or never begun. */
export function foundOrFail<T>(answer: Answered<T>): T {
  if ('found' in answer) return answer.found
  switch (answer.refused) {
    case 'too_slow':
      throw new OperatorError(
        'The search looked at too many events and was stopped. Narrow it, or raise TRACIO_SEARCH_TIMEOUT_MS.',
      )
    case 'busy':
      throw new OperatorError('The search could not begin. Try again.')
  }
}
