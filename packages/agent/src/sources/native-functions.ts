import { withFrame } from '../frame.ts'
import type { Global } from '../global.ts'
import { isHolder, reach } from '../has.ts'
import { absent, type Source } from '../source.ts'

/** Functions and getters that are replaced first by those who pretend to be somebody else. Chosen by hand, November 2026. */
const PATHS =
  'Function.prototype.toString Object.getOwnPropertyDescriptor Navigator.prototype.webdriver Navigator.prototype.userAgent Navigator.prototype.platform Navigator.prototype.languages Navigator.prototype.plugins Navigator.prototype.hardwareConcurrency Navigator.prototype.deviceMemory Screen.prototype.width Permissions.prototype.query HTMLCanvasElement.prototype.toDataURL CanvasRenderingContext2D.prototype.getImageData WebGLRenderingContext.prototype.getParameter AudioBuffer.prototype.getChannelData Intl.DateTimeFormat.prototype.resolvedOptions Date.prototype.getTimezoneOffset HTMLIFrameElement.prototype.contentWindow'

/** Native functions are written down in less, with all spaces; what is longer is somebody's own and is cut. */
const TEXT_LENGTH_MAX = 80

/** Native functions have two own properties or three; a handful is enough to see more. */
const KEYS_MAX = 8

type ToText = (this: unknown) => string

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
  const value: Record<string, Look> = {}
  for (const path of PATHS.split(' ')) {
    const look = lookAt(g, path, clean)
    if (look) value[path] = look
  }
  return Object.keys(value).length > 0 ? { value } : absent('unavailable')
}

interface Look {
  readonly text: string
  readonly sameByFrame: boolean | null
  readonly name: string
  readonly ownKeys: readonly string[]
  readonly hidden: boolean
}

function lookAt(g: Global, path: string, clean: ToText | undefined): Look | undefined {
  const dot = path.lastIndexOf('.')
  const owner = reach(g, path.slice(0, dot))
  const name = path.slice(dot + 1)
  const { get, value }: PropertyDescriptor = (isHolder(owner) && Object.getOwnPropertyDescriptor(owner, name)) || {}
  const f: unknown = get ?? value
  if (typeof f !== 'function') return
  const text = Function.prototype.toString.call(f)
  const instance = reach(g, path.replace(/\..*/, '').toLowerCase())
  return {
    text: text.slice(0, TEXT_LENGTH_MAX),
    sameByFrame: clean ? clean.call(f) === text : null,
    name: f.name.slice(0, TEXT_LENGTH_MAX),
    ownKeys: Object.getOwnPropertyNames(f)
      .slice(0, KEYS_MAX)
      .map((key) => key.slice(0, TEXT_LENGTH_MAX)),
    hidden: isHolder(instance) && Object.getOwnPropertyDescriptor(instance, name) !== undefined,
  }
}
