import { has } from '../has.ts'
import { inFrame } from '../in-frame.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * How often the console reads the name of an error: once for itself, and once more for everybody who listens, which are
 * open developer tools and attached debuggers. The console of a frame is used, because pages put their own in the place of
 * theirs; the message is empty, of the level that nobody is shown by default.
 *
 * Spec: https://console.spec.whatwg.org/#debug; who reads what is V8's own.
 * Absent: outside V8. Firefox and WebKit look at objects without running their code, and Firefox shows the level.
 * Checked: Chromium 156, once without and twice with open tools; Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const devtoolsTrap: Source<'devtoolsTrap'> = (g) =>
  has(g, 'Intl.v8BreakIterator')
    ? inFrame(g, ({ console }) => {
        let looks = 0
        const get = (): string => {
          looks++
          return ''
        }
        console?.debug?.(Object.defineProperty(new Error(), 'name', { get }))
        // A console that did not look is none.
        return looks || undefined
      })
    : unavailable
