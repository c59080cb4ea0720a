import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { watchViolations } from './violations.ts'

/** A document that violates its policy when told to, on a clock that is told the time. */
function page(): { readonly g: Global; violate(atMs: number): void } {
  const target = new EventTarget()
  let ms = 0
  const g: Global = {
    performance: { now: () => ms },
    document: {
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      removeEventListener: (type, listener) => target.removeEventListener(type, listener),
    },
  }
  return {
    g,
    violate(atMs) {
      ms = atMs
      target.dispatchEvent(new Event('securitypolicyviolation'))
    },
  }
}

it('remembers when a violation was seen', () => {
  const { g, violate } = page()
  const watch = watchViolations(g)
  expect(watch.seenSince(0)).toBe(false)
  violate(10)
  expect([watch.seenSince(9), watch.seenSince(10), watch.seenSince(11)]).toEqual([true, true, false])
})

it('sees nothing after it has stopped', () => {
  const { g, violate } = page()
  const watch = watchViolations(g)
  watch.stop()
  violate(10)
  expect(watch.seenSince(0)).toBe(false)
})

it('sees nothing where there is no document', () => {
  const watch = watchViolations({})
  watch.stop()
  expect(watch.seenSince(0)).toBe(false)
})
