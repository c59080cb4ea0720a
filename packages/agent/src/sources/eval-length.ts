import { type Source, unavailable } from '../source.ts'

/**
 * How long the source text of `eval` is. Engines write native functions down differently, and somebody who wraps `eval`
 * changes the length.
 *
 * Spec: https://tc39.es/ecma262/#sec-function.prototype.tostring
 * Absent: where there is no `eval`. A content security policy forbids calling it, not looking at it.
 * Checked: Chromium 156, November 2026: 33.
 */
export const evalLength: Source<'evalLength'> = (g) =>
  typeof g.eval === 'function' ? { value: String(g.eval).length } : unavailable
