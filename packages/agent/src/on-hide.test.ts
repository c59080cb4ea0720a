import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { onHide } from './on-hide.ts'

/** A page that can be hidden and left. */
function page(): { readonly g: Global; show(state: string): void; leave(): void } {
  const window = new EventTarget()
  const target = new EventTarget()
  let visibilityState = 'visible'
  const g: Global = {
    addEventListener: (type, listener) => window.addEventListener(type, listener),
    removeEventListener: (type, listener) => window.removeEventListener(type, listener),
    document: {
      get visibilityState() {
        return visibilityState
      },
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      removeEventListener: (type, listener) => target.removeEventListener(type, listener),
    },
  }
  return {
    g,
    show(state) {
      visibilityState = state
      target.dispatchEvent(new Event('visibilitychange'))
    },
    leave: () => void window.dispatchEvent(new Event('pagehide')),
  }
}

it('calls back when the page is hidden or left, and not when it is shown', () => {
  const { g, show, leave } = page()
  let calls = 0
  onHide(g, () => calls++)
  show('hidden')
  show('visible')
  expect(calls).toBe(1)
  leave()
  expect(calls).toBe(2)
})

it('is silent when nobody listens any more', () => {
  const { g, show, leave } = page()
  let calls = 0
  onHide(g, () => calls++)()
  show('hidden')
  leave()
  expect(calls).toBe(0)
})

it('does without a page', () => {
  expect(onHide({}, () => undefined)()).toBeUndefined()
})
