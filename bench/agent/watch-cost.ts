import type { Browser } from 'playwright-core'

/** Enough that one round takes milliseconds; the quickest of the rounds is the one that nothing else disturbed. */
const EVENTS = 10_000
const ROUNDS = 10

/**
 * What the watchers do with one move of a pointer, in microseconds, on a page that has `watchers`. Scripts cannot make
 * trusted events, and others are counted and not measured: the listener is called with real values by hand.
 */
export async function watchCost(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage()
  await page.goto(url)
  const microseconds = await page.evaluate(`(() => {
    const listeners = {}
    const g = { performance, document, PointerEvent, addEventListener: (type, listener) => { listeners[type] = listener } }
    for (const watcher of Object.values(watchers)) watcher(g)
    const real = new PointerEvent('pointermove')
    const round = () => {
      const began = performance.now()
      for (let i = 0; i < ${EVENTS}; i++) listeners.pointermove({
        type: real.type, isTrusted: true, timeStamp: i * 8, target: real.target, isPrimary: true,
        clientX: (i * 7) % 100, clientY: (i * 3) % 100, getCoalescedEvents: () => real.getCoalescedEvents() })
      return ((performance.now() - began) * 1000) / ${EVENTS}
    }
    return Math.min(...Array.from({ length: ${ROUNDS} }, round))
  })()`)
  await page.close()
  return Number(microseconds)
}
