import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { errorBody } from './api-error.ts'

/** What Node's parser and its timers find, with what the caller hears. All else is simply no HTTP. */
const FOUND: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers are too large.' },
}

/**
 * Answers, in the shape of all errors, a request that never became one. It was not understood, so no header of it may be
 * believed: there is no CORS here and no request id.
 */
export function answerClientErrors(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, message } = FOUND[error.code ?? ''] ?? { status: 400, message: 'The request is malformed.' }
  const body = JSON.stringify(errorBody('request_malformed', message))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
