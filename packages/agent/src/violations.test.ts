import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { watchViolations } from './violations.ts'

/** A document that violates its policy when told to. */
function page(): { readonly g: Global; violate(effectiveDirective: string): void } {
  const target = new EventTarget()
  const g: Global = {
    document: {
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      removeEventListener: (type, listener) => target.removeEventListener(type, listener),
    },
  }
  const violate = (effectiveDirective: string): void => {
    target.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective }))
  }
  return { g, violate }
}

it('remembers that a worker was forbidden', () => {
  const { g, violate } = page()
  const watch = watchViolations(g)
  expect(watch.seen).toBe(false)
  violate('worker-src')
  violate('img-src')
  expect(watch.seen).toBe(true)
})

it.each(['img-src', 'frame-src', 'connect-src', 'style-src-attr', 'script-src-elem'])(
  'is not concerned by %s',
  (what) => {
    const { g, violate } = page()
    const watch = watchViolations(g)
    violate(what)
    expect(watch.seen).toBe(false)
  },
)

it('sees nothing after it has stopped', () => {
  const { g, violate } = page()
  const watch = watchViolations(g)
  watch.stop()
  violate('worker-src')
  expect(watch.seen).toBe(false)
})

it('sees nothing where there is no document', () => {
  const watch = watchViolations({})
  watch.stop()
  expect(watch.seen).toBe(false)
})
