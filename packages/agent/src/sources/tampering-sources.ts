import type { SignalName } from '@tracio/contract'
import { altered } from '../altered.ts'
import { crc32 } from '../crc32.ts'
import { isHolder, reach } from '../has.ts'
import { inFrame } from '../in-frame.ts'
import { absent, type Source } from '../source.ts'
import { webglContext } from '../webgl-context.ts'

/** What is replaced by those who pretend to be somebody else: where browsers say who they are, draw and sound. */
const INTERFACES =
  'Navigator Screen Permissions PluginArray Plugin NetworkInformation HTMLCanvasElement CanvasRenderingContext2D AudioBuffer AnalyserNode HTMLIFrameElement MediaDevices'.replace(
    /\w+/g,
    '$&.prototype',
  )

/** What the language itself offers, which polyfills add to, and pretenders change. */
const BUILT_INS =
  'Function.prototype Object Reflect Promise.prototype Array.prototype String.prototype Date Date.prototype Math JSON Error Intl Intl.DateTimeFormat.prototype'

/** What is called on an object that is not its own, to see who else is in the stack of the error. */
const CALLED =
  'Function.prototype.toString HTMLCanvasElement.prototype.toDataURL CanvasRenderingContext2D.prototype.getImageData WebGLRenderingContext.prototype.getParameter AudioBuffer.prototype.getChannelData Intl.DateTimeFormat.prototype.resolvedOptions Date.prototype.getTimezoneOffset'

/** Who the browser says it is, as text: names of the navigator's properties. */
const IDENTITY = 'userAgent platform vendor language languages hardwareConcurrency deviceMemory webdriver'

const NAMES_MAX = 24
const NAME_LENGTH_MAX = 64
const TEXT_LENGTH_MAX = 512

/** https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 and extensions/WEBGL_debug_renderer_info; renderers follow vendors. */
const VENDOR = 0x1f00
const UNMASKED_VENDOR = 0x9245

/** What the standard has built-ins throw at an object that is not theirs. */
const TYPE_ERROR = 'TypeError'

const textOf = (value: unknown): string => String(value).slice(0, TEXT_LENGTH_MAX)

const identity = (ask: (name: string) => unknown): Record<string, string> => {
  const out: Record<string, string> = {}
  for (const name of IDENTITY.split(' ')) {
    const value = ask(name)
    if (value !== undefined) out[name] = textOf(value)
  }
  return out
}

/**
 * Where the page and an untouched frame differ, and what in the page does not behave as built-ins do. Names and raw
 * values: people have extensions and polyfills too.
 *
 * frameNavigator, frameScreen, frameTimezone, frameLinks: what the frame says for itself.
 * cleanNavigator, frameGpu: what the frame's getters and functions say of the page's own navigator and WebGL context,
 * which goes round what the page has replaced.
 * alteredInterfaces, alteredBuiltIns: what differs from the frame's, with signs that `altered` explains.
 * receiverErrors: getters that answered an object that is not theirs, or refused it with another error than a TypeError.
 * throwDepths: the kind of error, and how many lines its stack has up to the first of ours: more are a wrapper's.
 *
 * Spec: https://webidl.spec.whatwg.org/#js-attributes, https://webidl.spec.whatwg.org/#js-operations,
 * https://tc39.es/ecma262/#sec-function.prototype.tostring, https://html.spec.whatwg.org/multipage/system-state.html#pdf-viewing-support
 * Absent: what needs a frame, where there are none and in documents of an opaque origin; frameGpu without WebGL;
 * pluginChains without plugins' interfaces; navigatorOrder, instanceKeys without a navigator.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const tamperingSources = {
  receiverErrors: (g) => ({
    value: INTERFACES.split(' ')
      .flatMap((path) => {
        const prototype = reach(g, path) ?? {}
        return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([key, { get }]) => {
          const kind = get ? kindOf(refusal(get, prototype)) : TYPE_ERROR
          return kind === TYPE_ERROR ? [] : `${path}.${key} ${kind}`.slice(0, NAME_LENGTH_MAX)
        })
      })
      .slice(0, NAMES_MAX),
  }),
  throwDepths: (g) => {
    const value: Record<string, string> = {}
    const own = PLACE.exec(stackOf(new Error('')))?.[1] ?? ''
    for (const path of CALLED.split(' ')) {
      const f = reach(g, path)
      if (typeof f !== 'function') continue
      const error = refusal(f, {})
      const stack = stackOf(error)
      value[path] = `${kindOf(error)} ${stack.slice(0, stack.indexOf(own)).split('\n').length}`
    }
    return { value }
  },
  pluginChains: (g) => {
    const { plugins, mimeTypes } = g.navigator ?? {}
    if (!plugins || !mimeTypes) return absent('unavailable')
    const plugin = plugins[0]
    const made = (value: object, name: string): boolean =>
      Object.getPrototypeOf(value) === reach(g, `${name}.prototype`)
    return {
      value: {
        list: made(plugins, 'PluginArray'),
        types: made(mimeTypes, 'MimeTypeArray'),
        plugin: plugin ? made(plugin, 'Plugin') : null,
        // Indices are taken modulo 2 to the power of 32, which is forgotten by those who imitate the list.
        wraps: plugin ? plugins.item?.(2 ** 32) === plugin : null,
      },
    }
  },
  navigatorOrder: (g) => {
    const prototype = reach(g, 'Navigator.prototype')
    if (!isHolder(prototype)) return absent('unavailable')
    return { value: crc32(Object.getOwnPropertyNames(prototype).join()) }
  },
  instanceKeys: (g) =>
    g.navigator
      ? {
          value: ['navigator', 'screen']
            .flatMap((path) =>
              Object.getOwnPropertyNames(reach(g, path) ?? {}).map((key) => `${path}.${key}`.slice(0, NAME_LENGTH_MAX)),
            )
            .slice(0, NAMES_MAX),
        }
      : absent('unavailable'),
  errorHooks: (g) => {
    const limit = reach(g, 'Error.stackTraceLimit')
    return {
      value: {
        stackTraceLimit: Number.isInteger(limit) ? Number(limit) : null,
        prepareStackTrace: typeof reach(g, 'Error.prepareStackTrace'),
      },
    }
  },
  alteredInterfaces: (g) => inFrame(g, (w) => altered(g, w, INTERFACES)),
  alteredBuiltIns: (g) => inFrame(g, (w) => altered(g, w, BUILT_INS)),
  frameNavigator: (g) => inFrame(g, (w) => w.navigator && identity((name) => reach(w, `navigator.${name}`))),
  cleanNavigator: (g) =>
    inFrame(
      g,
      (w) =>
        g.navigator &&
        identity((name) => {
          const prototype = reach(w, 'Navigator.prototype')
          const get = isHolder(prototype) && Object.getOwnPropertyDescriptor(prototype, name)?.get
          return get ? Reflect.apply(get, g.navigator, []) : undefined
        }),
    ),
  frameScreen: (g) =>
    inFrame(g, (w) => {
      const sizes = ['width', 'height', 'availWidth', 'availHeight', 'colorDepth'].map((name) =>
        reach(w, `screen.${name}`),
      )
      return sizes.every(Number.isFinite) ? sizes.map(Number) : undefined
    }),
  frameTimezone: (g) =>
    inFrame(g, ({ Intl: intl, Date: date }) => {
      const timezone = intl?.DateTimeFormat && new intl.DateTimeFormat().resolvedOptions().timeZone
      if (!timezone || !date) return
      return { timezone, offsetMin: 0 - new date(2026, 0, 15).getTimezoneOffset() }
    }),
  frameGpu: (g) => {
    const gl = webglContext(g)
    if (!gl) return absent('unavailable')
    return inFrame(g, (w) => {
      const ask = reach(w, 'WebGLRenderingContext.prototype.getParameter')
      if (typeof ask !== 'function') return
      const told = (name: number): string => textOf(Reflect.apply(ask, gl, [name]) ?? '')
      // Gecko is not asked for more than it tells openly, because it warns; the others were given leave by webglBasics.
      const masked = told(VENDOR) === 'Mozilla' ? VENDOR : UNMASKED_VENDOR
      return { vendor: told(masked), renderer: told(masked + 1) }
    })
  },
  frameLinks: (g) =>
    inFrame(g, (w) => ({
      self: reach(w, 'self') === w,
      parent: reach(w, 'parent') === g,
      element: reach(w, 'frameElement.contentWindow') === w,
      chrome: typeof reach(w, 'chrome') === typeof g.chrome,
    })),
} satisfies { readonly [K in SignalName]?: Source<K> }

/** A line of a stack in which a place is; engines write it in other words, but all with line and column at its end. */
const PLACE = /([^\s(@]+):\d+:\d+\)?$/m

const stackOf = (error: unknown): string => String(reach(error, 'stack'))

/** What a function throws that is called on an object that is not its own. */
function refusal(f: object, receiver: object): unknown {
  try {
    // Both callers have looked: it is a function.
    Reflect.apply(f as () => unknown, receiver, [])
  } catch (error) {
    return error
  }
  return undefined
}

/** The kind of what was thrown; nothing was where a function answered. */
const kindOf = (error: unknown): string => textOf(reach(error, 'name') ?? 'answer')
