import { presence } from '../has.ts'
import type { Source } from '../source.ts'

/** What engines learned from 2021 to 2026, and what only one of them has. Chosen by hand, November 2026. */
const PATHS =
  'Array.fromAsync Array.prototype.at AsyncDisposableStack Error.captureStackTrace Error.isError Float16Array InternalError Intl.DurationFormat Iterator.concat Iterator.zip Map.prototype.getOrInsert Math.sumPrecise Promise.try RegExp.escape Set.prototype.union String.prototype.isWellFormed Temporal structuredClone'

/**
 * Which built-ins the JavaScript engine has: they betray its true kind and age, whatever the user agent says.
 *
 * Spec: https://tc39.es/ecma262/
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const jsFeatures: Source<'jsFeatures'> = (g) => ({ value: presence(g, PATHS) })
