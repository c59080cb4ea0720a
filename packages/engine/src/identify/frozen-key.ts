import { type Readings, type SignalName, signalNames, signals } from '@tracio/contract'
import type { Derived } from '../observations.ts'
import { type CanonicalField, canonicalBytes } from './canonical-bytes.ts'
import { murmur3 } from './murmur3.ts'

/** The frozen tier, as the catalogue has it. */
export const frozenNames: readonly SignalName[] = signalNames.filter((name) => signals[name].tier === 'frozen')

/**
 * Signals of the frozen tier that must have values before a key is made of them. Maths and architecture say which engine
 * and which processor it is, no more; five of the seven means that three of those are read that tell machines apart, and
 * that a Firefox, whose canvas does not count, may lack one.
 * Chosen by hand, November 2026; revisit with the corpus.
 */
export const FROZEN_READ_MIN = 5

/** Lists whose order says nothing about the machine. */
const unordered: ReadonlySet<SignalName> = new Set(['fonts'])

/** The frozen signals that have values and are not noise in this browser. An `unstable` reading is a gap already. */
export const frozenNamesRead = (readings: Readings, derived: Derived): readonly SignalName[] =>
  frozenNames.filter((name) => 'value' in readings[name] && !(name === 'canvas' && noisesCanvas(derived)))

/**
 * Firefox adds noise to canvas read-back, new in every session, in ordinary windows too: an id with the canvas in it
 * would be new at every start. Two reads in one session agree, so it has to be known from the engine.
 * Source: `privacy.baselineFingerprintingProtection`, measured on Firefox 153, November 2026.
 */
const noisesCanvas = ({ claimedFamily, impliedEngine }: Derived): boolean =>
  claimedFamily === 'firefox' || impliedEngine === 'spidermonkey'

/**
 * MurmurHash3-128 over the frozen signals, or null when too few were read. `browserClass` (system, family, browser, no
 * versions) keeps two browsers of one machine apart, which draw and sound alike. Every value stands behind its name, so a
 * key with a signal and a key without it never meet.
 */
export function frozenKey(
  readings: Readings,
  read: readonly SignalName[],
  browserClass: readonly string[],
): string | null {
  if (read.length < FROZEN_READ_MIN) return null
  const fields: CanonicalField[] = [{ value: browserClass }]
  for (const name of read) {
    const reading = readings[name]
    if ('value' in reading) fields.push({ value: name }, { value: reading.value, unordered: unordered.has(name) })
  }
  return murmur3(canonicalBytes(fields))
}
