import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Trusts } from './trusted-proxies.ts'

/** The header in which proxies hand ids on, and in which every answer names its own. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** Letters, digits and what joins them: nothing that a log, a shell or a page could take for its own. */
const SAFE = /^[\w.-]{1,64}$/

/** Names a request in the log: by the id that a trusted proxy gave it, when that has a safe form, else by a new one. */
export function requestId({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trusts: Trusts): string {
  const given = headers[REQUEST_ID_HEADER]
  return typeof given === 'string' && SAFE.test(given) && trusts(socket.remoteAddress) ? given : randomUUID()
}
