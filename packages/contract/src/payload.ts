import { bool, type Decoder, INVALID, isObject, oneOf, shape, text } from './decoder.ts'
import type { RawReadings } from './reading.ts'

/** What an agent sends inside the envelope, checked in its frame; the readings in it are still raw. */
export interface Payload {
  /** Version of the agent. */
  readonly agent: string
  /** `primary` leaves with the result, `late` when the page is hidden. */
  readonly phase: 'primary' | 'late'
  /** The page, without query and fragment: those may carry secrets of the operator's visitors. */
  readonly url?: string
  readonly linkedId?: string
  readonly tag?: string
  /** The page asked for products in the answer. */
  readonly extended?: boolean
  readonly readings: RawReadings
  /** Milliseconds that each source took, by wire id. */
  readonly timings: Readonly<Record<string, number>>
}

/** A payload is as deep as its deepest signal needs; what is deeper is an attack on somebody's recursion. */
export const PAYLOAD_DEPTH_MAX = 8

/** More wire ids than the catalogue will ever have. */
const SIGNALS_MAX = 1000

/** Reading may take its time-out and a throttled tab's delay, never an hour. */
const TIMING_MS_MAX = 3_600_000

const frame = shape(
  { agent: text(32), phase: oneOf('primary', 'late') },
  { url: text(2048), linkedId: text(256), tag: text(256), extended: bool },
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
  return { ...known, readings: { values, gaps, differing }, timings: durations(timings) }
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

function withinDepth(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (left === 0) return false
  for (const entry of Array.isArray(value) ? value : Object.values(value)) {
    if (!withinDepth(entry, left - 1)) return false
  }
  return true
}
