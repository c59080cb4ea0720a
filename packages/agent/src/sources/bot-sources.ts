import type { SignalName } from '@tracio/contract'
import { NATIVE } from '../altered.ts'
import { automationMarks } from '../automation-marks.ts'
import { crc32 } from '../crc32.ts'
import { has } from '../has.ts'
import { inFrame } from '../in-frame.ts'
import { present, type Source, unavailable } from '../source.ts'

/** More than honest browsers have, less than a page could fill a payload with. */
const NAMES_MAX = 16
const NAME_LENGTH_MAX = 40

const names = (all: Iterable<string>): readonly string[] =>
  [...all].slice(0, NAMES_MAX).map((name) => name.slice(0, NAME_LENGTH_MAX))

/** What tells that a call came from a driver's or a proxy's code, in the names of functions and scripts of a stack. */
const STACK_MARKS = /pptr:|_evaluation_script|UtilityScript|executeAsync|\w+-extension:|\beval\b|\bapply\b/g

/** Engines cut stacks after 10 lines by default, which the agent has itself; where they can be asked for more, they are. */
const LIMIT = 'stackTraceLimit'
const LINES_MAX = 50

/**
 * What drivers of browsers leave in windows, documents and stacks, as names and counts. Nothing is called that belongs to
 * somebody else.
 *
 * windowKeys: own names of the window, sorted, because Gecko makes some of them when they are first asked for; without
 * numbers, which are frames.
 * addedNatives: functions of the window that are native and that an empty frame lacks, as bindings of drivers and of
 * embedding programs are.
 * webdriverProperty: on which prototype it is found, where among its names, and how it is made.
 * callStack: how many lines, and marks of driven calls in them. It goes through `await` in V8, to whoever called the agent.
 * languageObject: a list that is made by somebody else is neither frozen nor the same list when asked again.
 *
 * Spec: https://tc39.es/ecma262/#sec-object.getownpropertynames, https://www.w3.org/TR/webdriver2/#interface,
 * https://html.spec.whatwg.org/multipage/system-state.html#language-preferences; for the rest none, the traces are the tools' own.
 * Absent: where there is no window, document or navigator; `chrome` outside of Chromium.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const botSources = {
  windowKeys: (g) => {
    const keys = Object.getOwnPropertyNames(g)
      .filter((key) => !/^\d+$/.test(key))
      .sort()
    return { value: { count: keys.length, crc32: crc32(keys.join()) } }
  },
  automationArtefacts: (g) => {
    const { document } = g
    return present(
      document &&
        automationMarks.things.filter((sought) =>
          /[[-]/.test(sought) ? document.querySelector?.(sought) : has(g, sought),
        ),
    )
  },
  addedNatives: (g) =>
    inFrame(g, (w) => {
      const usual = new Set(Object.getOwnPropertyNames(w))
      const added = Object.getOwnPropertyNames(g).filter((name) => {
        const value: unknown = usual.has(name) || Object.getOwnPropertyDescriptor(g, name)?.value
        // Functions that were bound are written down as native ones, and belong to the page.
        return typeof value === 'function' && NATIVE.test(textOf(value)) && !/^bound /.test(value.name)
      })
      return names(added)
    }),
  documentKeys: ({ document }) => present(document && names(Object.getOwnPropertyNames(document))),
  webdriverProperty: ({ navigator }) => {
    let holder: unknown = navigator
    for (let depth = 0; holder; depth++) {
      const own = Object.getOwnPropertyDescriptor(holder, 'webdriver')
      if (own) {
        return {
          value: {
            depth,
            index: Object.getOwnPropertyNames(holder).indexOf('webdriver'),
            getter: Boolean(own.get),
          },
        }
      }
      holder = Object.getPrototypeOf(holder)
    }
    return unavailable
  },
  chromeShape: (g) => {
    if (typeof g.chrome !== 'object' || !g.chrome) return unavailable
    const keys = Object.getOwnPropertyNames(g)
    return { value: { keys: names(Object.getOwnPropertyNames(g.chrome)), after: keys.length - keys.indexOf('chrome') } }
  },
  callStack: () => {
    const limit: unknown = Reflect.get(Error, LIMIT)
    try {
      if (limit !== undefined) Reflect.set(Error, LIMIT, LINES_MAX)
      const stack = String(new Error('').stack ?? '')
      return { value: { lines: stack.split('\n').length, marks: names(new Set(stack.match(STACK_MARKS))) } }
    } finally {
      if (limit !== undefined) Reflect.set(Error, LIMIT, limit)
    }
  },
  languageObject: ({ navigator }) => {
    const languages = navigator?.languages
    return present(
      languages && {
        language: navigator.language ?? null,
        frozen: Object.isFrozen(languages),
        same: languages === navigator.languages,
      },
    )
  },
  rootChildren: ({ document }) => {
    const children = document?.documentElement?.children
    // Frames at this place are our own, of this run or another.
    const others = children && Array.from(children).filter(({ style }) => style?.left !== '-99px')
    return present(others && names(others.map(({ tagName }) => tagName)))
  },
  tabOrigin: ({ history, opener, name, document }) =>
    present(
      history && {
        historyLength: history.length ?? 0,
        opened: Boolean(opener),
        named: Boolean(name),
        referred: Boolean(document?.referrer),
      },
    ),
} satisfies { readonly [K in SignalName]?: Source<K> }

const textOf = (f: unknown): string => Function.prototype.toString.call(f)
