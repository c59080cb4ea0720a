import { hash } from 'node:crypto'
import type { WorkspaceId } from '@tracio/contract'
import type { EventQuery, Position } from '../ports/event-search.ts'

/** Layout of a cursor's bytes: version, digest of the question, time, number. */
const VERSION = 1
const DIGEST_BYTES = 8
const BYTES = 1 + DIGEST_BYTES + 8 + 8

/** Length of a cursor's text. */
export const CURSOR_LENGTH = Math.ceil((BYTES * 4) / 3)

/** The question that a cursor belongs to. The size of the page is not part of it: it may change from page to page. */
export type Question = Pick<EventQuery, 'filter' | 'order'> & { readonly workspace: WorkspaceId }

/** A position as opaque text, which is good for the same question only. */
export function writeCursor({ at, number }: Position, question: Question): string {
  const bytes = Buffer.alloc(BYTES)
  bytes[0] = VERSION
  digest(question).copy(bytes, 1)
  bytes.writeBigInt64BE(BigInt(at), 1 + DIGEST_BYTES)
  bytes.writeBigInt64BE(BigInt(number), 1 + DIGEST_BYTES + 8)
  return bytes.toString('base64url')
}

/** Reads a cursor. Undefined: it is none, or it belongs to another question, where it would skip or repeat events. */
export function readCursor(text: string, question: Question): Position | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== BYTES || bytes.toString('base64url') !== text || bytes[0] !== VERSION) return
  if (!digest(question).equals(bytes.subarray(1, 1 + DIGEST_BYTES))) return
  const at = Number(bytes.readBigInt64BE(1 + DIGEST_BYTES))
  const number = Number(bytes.readBigInt64BE(1 + DIGEST_BYTES + 8))
  return Number.isSafeInteger(at) && Number.isSafeInteger(number) ? { at, number } : undefined
}

/** No secret: whoever forges a cursor only chooses where in their own events to begin. */
function digest({ workspace, order, filter }: Question): Buffer {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined)
  const text = JSON.stringify([workspace, order, parts.sort(([a], [b]) => (a < b ? -1 : 1))])
  return hash('sha256', text, 'buffer').subarray(0, DIGEST_BYTES)
}
