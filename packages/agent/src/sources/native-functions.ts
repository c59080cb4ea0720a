import { withFrame } from '../frame.ts'
import { guardedFunctions } from '../guarded-functions.ts'
import { isHolder, reach } from '../has.ts'
import { type Source, unavailable } from '../source.ts'

/** Native functions are written down in less, with all spaces; what is longer is somebody's own and is cut. */
const TEXT_LENGTH_MAX = 80

/** Native functions have two own properties or three; a handful is enough to see more. */
const KEYS_MAX = 8

const cut = (text: string): string => text.slice(0, TEXT_LENGTH_MAX)

/**
 * How some built-in functions look from outside: their text as the page sees it, and whether an untouched frame sees the
 * same; their name and own properties; and whether navigator or screen has an own property that hides them.
 *
 * Spec: https://tc39.es/ecma262/#sec-function.prototype.tostring
 * Absent: where not one of them is found. A function that the browser lacks is left out; the frame's view is null where
 * there are no frames.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const nativeFunctions: Source<'nativeFunctions'> = (g) => {
  const clean = withFrame(g, ({ contentWindow }) => contentWindow?.Function?.prototype.toString)
  const value = guardedFunctions(g, ({ f, path, name }) => {
    const text = Function.prototype.toString.call(f)
    const instance = reach(g, path.replace(/\..*/, '').toLowerCase())
    return {
      text: cut(text),
      sameByFrame: clean ? clean.call(f) === text : null,
      name: cut(f.name),
      ownKeys: Object.getOwnPropertyNames(f).slice(0, KEYS_MAX).map(cut),
      hidden: isHolder(instance) && Object.getOwnPropertyNames(instance).includes(name),
    }
  })
  return Object.keys(value).length > 0 ? { value } : unavailable
}
