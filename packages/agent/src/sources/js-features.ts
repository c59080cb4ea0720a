import { presence } from '../has.ts'
import type { Source } from '../source.ts'

/** What engines learned from 2021 to 2026, and what only one of them has. Chosen by hand, November 2026. */
const PATHS =
  'Array.fromAsync Array.prototype.at Array.prototype.findLast Array.prototype.toSorted ArrayBuffer.prototype.transfer AsyncDisposableStack Atomics.pause Atomics.waitAsync Error.captureStackTrace Error.isError FinalizationRegistry Float16Array InternalError Intl.DurationFormat Intl.Segmenter Iterator Iterator.concat Iterator.zip JSON.rawJSON Map.prototype.getOrInsert Math.f16round Math.sumPrecise Object.groupBy Object.hasOwn Promise.try Promise.withResolvers RegExp.escape Set.prototype.union String.prototype.isWellFormed Symbol.dispose Temporal Uint8Array.fromBase64 structuredClone'

/**
 * Which built-ins the JavaScript engine has: they betray its true kind and age, whatever the user agent says.
 *
 * Spec: https://tc39.es/ecma262/
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const jsFeatures: Source<'jsFeatures'> = (g) => ({ value: presence(g, PATHS) })
