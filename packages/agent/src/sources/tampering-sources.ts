import type { SignalName } from '@tracio/contract'
import { altered } from '../altered.ts'
import { gpuNames } from '../gpu-names.ts'
import { guardedFunctions } from '../guarded-functions.ts'
import { reach } from '../has.ts'
import { inFrame } from '../in-frame.ts'
import { recordOf } from '../record-of.ts'
import { type Source, unavailable } from '../source.ts'
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

/** Who the browser says it is, as text: names of the navigator's properties. */
const IDENTITY = 'userAgent platform vendor language languages hardwareConcurrency deviceMemory webdriver'

const TEXT_LENGTH_MAX = 512

const textOf = (value: unknown): string => String(value).slice(0, TEXT_LENGTH_MAX)

/**
 * Where the page and an untouched frame differ, and what in the page does not behave as built-ins do. Names and raw
 * values: people have extensions and polyfills too.
 *
 * frameNavigator, frameTimezone: what the frame says for itself.
 * frameGpu: what the frame's functions say of the page's own WebGL context, which goes round what the page has replaced.
 * alteredInterfaces, alteredBuiltIns: what differs from the frame's, with signs that `altered` explains.
 * throwDepths: the kind of error, and how many lines its stack has up to the first of ours: more are a wrapper's.
 *
 * Spec: https://webidl.spec.whatwg.org/#js-attributes, https://webidl.spec.whatwg.org/#js-operations,
 * https://tc39.es/ecma262/#sec-function.prototype.tostring, https://html.spec.whatwg.org/multipage/system-state.html#pdf-viewing-support
 * Absent: what needs a frame, where there are none and in documents of an opaque origin; frameGpu without WebGL;
 * pluginChains without plugins' interfaces.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const tamperingSources = {
  throwDepths: (g) => {
    const own = PLACE.exec(stackOf(new Error('')))?.[1] ?? ''
    return { value: guardedFunctions(g, ({ f }) => refusal(f, own)) }
  },
  pluginChains: (g) => {
    const plugins = g.navigator?.plugins
    if (!plugins) return unavailable
    const plugin = plugins[0]
    const made = (value: object, name: string): boolean =>
      Object.getPrototypeOf(value) === reach(g, `${name}.prototype`)
    return {
      value: {
        list: made(plugins, 'PluginArray'),
        plugin: plugin ? made(plugin, 'Plugin') : null,
        // Indices are taken modulo 2 to the power of 32, which is forgotten by those who imitate the list.
        wraps: plugin ? plugins.item?.(2 ** 32) === plugin : null,
      },
    }
  },
  alteredInterfaces: (g) => inFrame(g, (w) => altered(g, w, INTERFACES)),
  alteredBuiltIns: (g) => inFrame(g, (w) => altered(g, w, BUILT_INS)),
  frameNavigator: (g) =>
    inFrame(g, ({ navigator }) => {
      const told = (name: string): string | undefined =>
        navigator && name in navigator ? textOf(Reflect.get(navigator, name)) : undefined
      return navigator && recordOf(IDENTITY.split(' '), told)
    }),
  frameTimezone: (g) =>
    inFrame(g, ({ Intl: intl, Date: date }) => {
      const timezone = intl?.DateTimeFormat && new intl.DateTimeFormat().resolvedOptions().timeZone
      if (!timezone || !date) return
      return { timezone, offsetMin: 0 - new date(2026, 0, 15).getTimezoneOffset() }
    }),
  frameGpu: (g) => {
    const gl = webglContext(g)
    if (!gl) return unavailable
    return inFrame(g, (w) => {
      const ask = reach(w, 'WebGLRenderingContext.prototype.getParameter')
      if (typeof ask !== 'function') return
      return gpuNames(gl, (name) => textOf(Reflect.apply(ask, gl, [name]) ?? ''))
    })
  },
} satisfies { readonly [K in SignalName]?: Source<K> }

/** A line of a stack in which a place is; engines write it in other words, but all with line and column at its end. */
const PLACE = /([^\s(@]+):\d+:\d+\)?$/m

const stackOf = (error: unknown): string => String(reach(error, 'stack'))

/** What a function throws that is called on an object that is not its own, and the depth of its stack above `own`. */
function refusal(f: () => unknown, own: string): string {
  try {
    Reflect.apply(f, {}, [])
    return 'answer'
  } catch (error) {
    const stack = stackOf(error)
    return textOf(`${reach(error, 'name')} ${stack.slice(0, stack.indexOf(own)).split('\n').length}`)
  }
}
