import type { ErrorCode } from '@tracio/contract'
import type { Reply } from './ask.ts'
import { attempt } from './attempt.ts'
import { TracioError, type TracioErrorCode } from './errors.ts'

/** Server codes that no retry mends: the key or its list of origins must change, or the visitor's mind. */
const final: readonly (readonly [code: ErrorCode, TracioErrorCode])[] = [
  ['key_unknown', 'invalid_config'],
  ['origin_not_allowed', 'invalid_config'],
  ['privacy_opt_out', 'opted_out'],
]

/** The JSON of a good answer; throws what a bad one stands for. */
export async function answerOf(reply: Reply): Promise<unknown> {
  const text = await reply.text().catch((error: unknown) => {
    throw new TracioError('network', `The answer broke off: ${String(error)}`)
  })
  // Undefined when the text is no JSON: proxies and captive portals answer with pages.
  const answer: unknown = attempt(() => JSON.parse(text))
  if (reply.ok && answer !== undefined) return answer
  const { code, message } = fieldsOf(fieldsOf(answer).error)
  throw new TracioError(
    final.find(([name]) => name === code)?.[1] ?? 'server',
    typeof message === 'string' ? message : `The server answered ${reply.status}.`,
  )
}

/** The fields of something that may be no object, and then has none. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value)
