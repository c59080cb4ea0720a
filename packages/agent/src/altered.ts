import type { FrameWindow, Global } from './global.ts'
import { isHolder, reach } from './has.ts'

/** A page with more changes than this is known well enough by these; names are cut like those of the longest built-ins. */
const ALTERED_MAX = 24
const NAME_LENGTH_MAX = 64

/** How every engine writes down a function that is not made of JavaScript, by the standard. */
export const NATIVE = /\{\s*\[native code\]\s*\}$/

/**
 * Compares what the page has at the paths with what an untouched frame has there, property by property, and names those
 * that differ, with what the difference is: "-" missing, "+" added, "#" made in another way, "!" not native, or
 * written down otherwise than the frame's, "~" written down otherwise by the page than by the frame, "*" with another name, length, own properties.
 */
export function altered(g: Global, w: FrameWindow, paths: string): readonly string[] {
  const toText = (f: object): string => w.Function?.prototype.toString.call(f) ?? ''
  const found: string[] = []
  for (const path of paths.split(' ')) {
    const [own, clean] = [reach(g, path) ?? {}, reach(w, path) ?? {}]
    if (!isHolder(own) || !isHolder(clean)) continue
    for (const key of new Set(Object.getOwnPropertyNames(own).concat(Object.getOwnPropertyNames(clean)))) {
      const [a, b] = [own, clean].map((holder) => Object.getOwnPropertyDescriptor(holder, key))
      const told = difference(a, b, toText)
      if (told) found.push(`${path.replace('.prototype', '')}.${key}${told}`.slice(0, NAME_LENGTH_MAX))
    }
  }
  return found.slice(0, ALTERED_MAX)
}

type Property = PropertyDescriptor | undefined

function difference(own: Property, clean: Property, toText: (f: object) => string): string {
  if (!own || !clean) return own ? '+' : '-'
  if (madeOf(own) !== madeOf(clean)) return '#'
  const [f, twin]: unknown[] = [own, clean].map(({ get, value }) => get ?? value)
  if (typeof f !== 'function' || typeof twin !== 'function') return ''
  const text = toText(f)
  // Drivers run their scripts in frames as well: both can be changed in the same way. A proxy is native and has no name.
  if (text !== toText(twin) || !NATIVE.test(text) || !text.includes(f.name.replace('get ', ''))) return '!'
  if (text !== Function.prototype.toString.call(f)) return '~'
  return looksOf(f) === looksOf(twin) ? '' : '*'
}

const madeOf = (d: PropertyDescriptor): string =>
  [d.enumerable, d.configurable, d.writable, typeof d.get, typeof d.set, typeof d.value].join()

// Sorted, because Gecko makes name and length when they are first asked for.
const looksOf = (f: { readonly name: string; readonly length: number }): string =>
  f.name + f.length + Object.getOwnPropertyNames(f).sort()
