import { inflateRawSync } from 'node:zlib'
import { decodePayload, decodeReadings, encodings, type Payload, type Readings } from '@tracio/contract'
import { familyOf } from '@tracio/engine'
import { ApiError } from './api-error.ts'
import type { StoredReadings } from './ports/ledger.ts'

/** What an inflated payload may measure at most. Inflating stops there, however much would follow. */
const INFLATED_BYTES_MAX = 1024 * 1024

/** A payload out of its encoding: every signal is a value or a named gap. */
export interface DecodedBody {
  readonly payload: Payload
  readonly readings: Readings
}

/** Inflates and decodes what was inside a seal. Throws an `ApiError` for what is no payload. */
export function decodeBody(body: StoredReadings, userAgent: string): DecodedBody {
  const payload = decodePayload(parse(body))
  if (!payload) throw new ApiError('payload_malformed', 'The payload has the wrong shape.')
  return { payload, readings: decodeReadings(payload.readings, familyOf(userAgent)) }
}

/** The readings of a payload that was stored. It decoded when it came: if it does not now, that is no caller's fault. */
export function decodeStored(stored: StoredReadings, userAgent: string): Readings {
  try {
    return decodeBody(stored, userAgent).readings
  } catch (error) {
    throw new Error('Stored readings do not decode any more.', { cause: error })
  }
}

function parse({ bytes, encoding }: StoredReadings): unknown {
  try {
    const text = encoding === encodings.deflate ? inflateRawSync(bytes, { maxOutputLength: INFLATED_BYTES_MAX }) : bytes
    return JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('utf8'))
  } catch (error) {
    if (error instanceof RangeError) throw new ApiError('payload_too_large', 'The payload inflates beyond 1 MiB.')
    throw new ApiError('payload_malformed', 'The payload does not inflate to JSON.')
  }
}
