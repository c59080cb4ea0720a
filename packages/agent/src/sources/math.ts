import { recordOf } from '../record-of.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * Where maths libraries round apart: arguments whose exact result lies near the middle between two doubles, and huge
 * angles, for which the reduction modulo pi decides everything. ECMAScript asks for an approximation only
 * (https://tc39.es/ecma262/#sec-function-properties-of-the-math-object). At each argument the fdlibm that V8 compiles in
 * and glibc, by which WebKitGTK computes, disagree in the last digit (searched by machine, November 2026).
 */
const PROBES: Readonly<Record<string, number>> = {
  acos: 0.5756,
  acosh: 27.0626,
  asin: 0.8774,
  asinh: 11.1695,
  atan: 0.6244,
  atanh: 0.703,
  cbrt: 0.5299,
  cos: 0.5784,
  cosh: 9.2369,
  exp: 24.6839,
  expm1: 0.4565,
  log1p: 0.5454,
  sin: 7.1e100,
  sinh: 26.9727,
  tan: 0.5702,
  tanh: 0.1288,
}

/**
 * Results of functions whose last digits depend on the engine's maths library. What JSON cannot carry, and a function
 * that is missing, is null.
 *
 * Spec: https://tc39.es/ecma262/#sec-math-object
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, November 2026.
 */
export const math: Source<'math'> = ({ Math: maths }) => {
  if (!maths) return unavailable
  const value = recordOf(Object.keys(PROBES), (name) => {
    const f: unknown = Reflect.get(maths, name)
    const result: unknown = typeof f === 'function' && f(PROBES[name])
    return Number.isFinite(result) ? Number(result) : null
  })
  return { value }
}
