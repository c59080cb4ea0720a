import { type CustomFields, decodeCustomFields } from './custom-fields.ts'
import { bool, type Decoder, INVALID, isObject, oneOf, shape, text } from './decoder.ts'
import type { RawReadings } from './reading.ts'
import { utf8Length } from './utf8-length.ts'

/** What an agent sends inside the envelope, checked in its frame; the readings in it are still raw. */
export interface Payload {
  /** Version of the agent. */
  readonly agent: string
  /** `primary` leaves with the result, `late` when the page is hidden. */
  readonly phase: 'primary' | 'late'
  /** The page, without query and fragment: those may carry secrets of the operator's visitors. */
  readonly url?: string
  /** The page's own id of the account, at most 256 bytes. */
  readonly linkedId?: string
  /** What kind of id that is; absent: `opaque`. */
  readonly linkedIdType?: LinkedIdType
  /** 64 lower-case hexadecimal digits when it is a signature; anything else signs nothing. */
  readonly linkedIdSig?: string
  readonly tag?: string
  readonly custom: CustomFields
  /** `navigator.globalPrivacyControl`; absent where the browser has no such thing. */
  readonly gpc?: boolean
  /** The page asked for products in the answer. */
  readonly extended?: boolean
  readonly readings: RawReadings
  /** Milliseconds that each source took, by wire id. */
  readonly timings: Readonly<Record<string, number>>
}

/** Whether a linked id is an e-mail address, a telephone number, or means something to the page alone. */
export type LinkedIdType = 'email' | 'phone' | 'opaque'

/** A payload is as deep as its deepest signal needs; what is deeper is an attack on somebody's recursion. */
export const PAYLOAD_DEPTH_MAX = 8

/** More wire ids than the catalogue will ever have. */
const SIGNALS_MAX = 1000

/** Reading may take its time-out and a throttled tab's delay, never an hour. */
const TIMING_MS_MAX = 3_600_000

/** Long enough for any account id, short enough for an index. */
const LINKED_ID_BYTES_MAX = 256

const linkedId: Decoder<string> = (input) => {
  const id = text(LINKED_ID_BYTES_MAX)(input)
  return id === INVALID || utf8Length(id) > LINKED_ID_BYTES_MAX ? INVALID : id
}

/** One more than a signature has, so that a longer text stays wrong. */
const SIGNATURE_LENGTH_KEPT = 65

/** A wrong signature, whatever it is, must not cost the visit: it is handed on, shortened, and signs nothing. */
const signature: Decoder<string> = (input) => (typeof input === 'string' ? input.slice(0, SIGNATURE_LENGTH_KEPT) : '')

const frame = shape(
  { agent: text(32), phase: oneOf('primary', 'late') },
  {
    url: text(2048),
    linkedId,
    linkedIdType: oneOf('email', 'phone', 'opaque'),
    linkedIdSig: signature,
    tag: text(256),
    gpc: bool,
    extended: bool,
  },
)

/** Reads the frame of a payload; undefined when it is none. Readings and timings are only checked to be maps. */
export function decodePayload(json: unknown): Payload | undefined {
  const known = frame(json)
  if (known === INVALID || !isObject(json) || !withinDepth(json, PAYLOAD_DEPTH_MAX)) return
  const values = map(json['values'])
  const gaps = map(json['gaps'] ?? {})
  const differing = map(json['differing'] ?? {})
  const timings = map(json['timings'] ?? {})
  if (values === INVALID || gaps === INVALID || differing === INVALID || timings === INVALID) return
  const custom = decodeCustomFields(json['fields'])
  return { ...known, custom, readings: { values, gaps, differing }, timings: durations(timings) }
}

const map: Decoder<Readonly<Record<string, unknown>>> = (input) =>
  isObject(input) && Object.keys(input).length <= SIGNALS_MAX ? input : INVALID

function durations(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  const out: [string, number][] = []
  for (const [id, ms] of Object.entries(sent)) {
    if (typeof ms === 'number' && ms >= 0 && ms <= TIMING_MS_MAX) out.push([id, ms])
  }
  return Object.fromEntries(out)
}

/** Looked at for every payload: without copies of what is in it. */
function withinDepth(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (left === 0) return false
  if (Array.isArray(value)) return value.every((entry) => withinDepth(entry, left - 1))
  if (!isObject(value)) return true
  // What JSON carried has no other properties than its own.
  for (const key in value) if (!withinDepth(value[key], left - 1)) return false
  return true
}
