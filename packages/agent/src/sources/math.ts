import { absent, type Source } from '../source.ts'

type Trigonometry = 'acos' | 'atan' | 'cos' | 'sin' | 'tan' | 'acosh' | 'asinh' | 'atanh' | 'cosh' | 'sinh' | 'tanh'
type Growth = 'cbrt' | 'exp' | 'expm1' | 'log1p' | 'pow'

/**
 * Where maths libraries round apart: arguments whose exact result lies near the middle between two doubles, and huge
 * angles, for which the reduction modulo pi decides everything. ECMAScript asks for an approximation only
 * (https://tc39.es/ecma262/#sec-function-properties-of-the-math-object). The arguments were chosen by hand, November
 * 2026; revisit with the corpus.
 */
const PROBES: readonly (readonly [name: string, f: Trigonometry | Growth, ...args: readonly number[]])[] = [
  ['acos', 'acos', 0.3141592653589793],
  ['acosh', 'acosh', 1.0000000001],
  ['asinh', 'asinh', 0.7321],
  ['atan', 'atan', 0.577],
  ['atanh', 'atanh', 0.618],
  ['cbrt', 'cbrt', 91.7],
  ['cos', 'cos', 21.87],
  ['cosHuge', 'cos', -1.7e300],
  ['cosh', 'cosh', 9.81],
  ['exp', 'exp', 1.2345],
  ['expm1', 'expm1', 0.8125],
  ['log1p', 'log1p', 10.3],
  ['pow', 'pow', 3.3, -99.5],
  ['sin', 'sin', 7.35],
  ['sinHuge', 'sin', 8.3e299],
  ['sinh', 'sinh', 1.0625],
  ['tan', 'tan', 10.995],
  ['tanHuge', 'tan', -3.1e299],
  ['tanh', 'tanh', 0.4321],
  ['overflow', 'cosh', 1500],
]

/**
 * Results of functions whose last digits depend on the engine's maths library. What JSON cannot carry, and a function
 * that is missing, is null.
 *
 * Spec: https://tc39.es/ecma262/#sec-math-object
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, November 2026.
 */
export const math: Source<'math'> = ({ Math: maths }) => {
  if (!maths) return absent('unavailable')
  const value: Record<string, number | null> = {}
  for (const [name, f, a, b = 0] of PROBES) {
    const result = maths[f]?.(Number(a), b)
    value[name] = Number.isFinite(result) ? Number(result) : null
  }
  return { value }
}
