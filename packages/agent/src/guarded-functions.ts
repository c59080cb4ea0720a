import type { Global } from './global.ts'
import { isHolder, reach } from './has.ts'
import { recordOf } from './record-of.ts'

/** Functions and getters that are replaced first by those who pretend to be somebody else. Chosen by hand, November 2026. */
const PATHS =
  'Function.prototype.toString Object.getOwnPropertyDescriptor Navigator.prototype.webdriver Navigator.prototype.userAgent Navigator.prototype.platform Navigator.prototype.languages Navigator.prototype.plugins Navigator.prototype.hardwareConcurrency Screen.prototype.width HTMLCanvasElement.prototype.toDataURL CanvasRenderingContext2D.prototype.getImageData WebGLRenderingContext.prototype.getParameter AudioBuffer.prototype.getChannelData Intl.DateTimeFormat.prototype.resolvedOptions Date.prototype.getTimezoneOffset'

/** A function or getter at a path; `name` is the last part of the path, not what the function says. */
export interface Guarded {
  readonly f: (this: unknown) => unknown
  readonly path: string
  readonly name: string
}

/**
 * What `look` makes of each function that pretenders replace first, by its path; those that the browser lacks are left
 * out. None answers with a promise, so one that is called on what is not its own throws at once.
 */
export function guardedFunctions<T>(g: Global, look: (guarded: Guarded) => T): Record<string, T> {
  return recordOf(PATHS.split(' '), (path) => {
    const [, owner = '', name = ''] = /(.+)\.(.+)/.exec(path) ?? []
    const holder = reach(g, owner)
    const found = isHolder(holder) && Object.getOwnPropertyDescriptor(holder, name)
    const f: unknown = found && (found.get ?? found.value)
    // What is a function can be called on anything; what it makes of that is looked at.
    return typeof f === 'function' ? look({ f: f as Guarded['f'], path, name }) : undefined
  })
}
