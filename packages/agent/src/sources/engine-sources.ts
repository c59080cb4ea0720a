import type { SignalName } from '@tracio/contract'
import { looking } from '../has.ts'
import { present, type Source } from '../source.ts'

/**
 * Small letters whose capitals came with Unicode 12, 13, 14, 16 and 17: engines that know the version make them large.
 * https://www.unicode.org/Public/UCD/latest/ucd/UnicodeData.txt
 */
const LETTERS = '\ua794\ua7c8\u2c5f\u0264\ua7d3'

/** Dates that the standard leaves to the engine, on some of which engines differ: https://tc39.es/ecma262/#sec-date.parse */
const DATES = '12|-1|2020-06-31|1/32/2020|2020/1/1 25:00'

/** What the platform learned each year, for those who claim another version. */
const RELEASES =
  'TaskController EyeDropper Navigation ViewTransition ScrollTimeline CloseWatcher PageSwapEvent PressureObserver CommandEvent Observable Translator Sanitizer Origin'

/**
 * What the JavaScript engine is and how old, asked of what it cannot easily pretend.
 *
 * radixText: last digits of a number in another base, which the standard leaves to the engine.
 * sortSteps: which pairs of a list are compared while it is sorted, which tells the algorithm.
 * keyOrders: in which order engines give own names to what they make themselves.
 *
 * Spec: https://tc39.es/ecma262/; the heap's limit is Chromium's own.
 * Absent: the heap's limit outside of Chromium.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const engineSources = {
  unicodeCase: () => ({ value: LETTERS.toUpperCase() }),
  dateParsing: () => ({
    value: DATES.split('|')
      .map((text) => (Number.isNaN(Date.parse(text)) ? 0 : 1))
      .join(''),
  }),
  releaseMarks: looking(RELEASES),
  jsHeapLimit: (g) => present(g.performance?.memory?.jsHeapSizeLimit),
  keyOrders: () => ({ value: [class {}, Symbol].map((of) => Object.getOwnPropertyNames(of).join(' ')) }),
  radixText: () => ({ value: (1e21 / 7).toString(36) }),
  sortSteps: () => {
    let steps = ''
    ;[5, 2, 8, 1, 9, 3, 7].sort((a, b) => {
      steps += `${a}${b} `
      return a - b
    })
    return { value: steps.trim() }
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
