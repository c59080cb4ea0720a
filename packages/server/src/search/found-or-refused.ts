import type { FastifyReply } from 'fastify'
import { ApiError } from '../api-error.ts'
import type { Answered } from '../ports/event-search.ts'

/** The queue is empty again after a second: its searches take milliseconds each. */
const RETRY_AFTER_S = 1

/** What a search found. Throws an `ApiError` when it was stopped at its limit, or never begun. */
export function foundOrRefused<T>(answer: Answered<T>, reply: FastifyReply): T {
  if ('found' in answer) return answer.found
  switch (answer.refused) {
    case 'too_slow':
      throw new ApiError(
        'query_too_slow',
        'The search looked at too many events and was stopped. Add a visitor, an account, an address or a device, or move "from" and "to" closer together.',
      )
    case 'busy':
      reply.header('retry-after', RETRY_AFTER_S)
      throw new ApiError('unavailable', 'Too many searches at once. Try again.')
  }
}
