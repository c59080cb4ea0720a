import type { Global } from './global.ts'
import { listen } from './listen.ts'

/**
 * Calls back whenever the page is hidden or left: whoever waits for another sign may wait in vain, as phones end hidden
 * pages without a word. Never `unload` or `beforeunload`, which would cost the page its place in the back/forward cache.
 * Gives a function that unsubscribes.
 *
 * Spec: https://html.spec.whatwg.org/multipage/interaction.html#page-visibility,
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#event-pagehide
 */
export function onHide(g: Global, callback: () => void): () => void {
  const { document } = g
  const looked = (): void => {
    if (document?.visibilityState === 'hidden') callback()
  }
  const endLooking = listen(document, 'visibilitychange', looked)
  const endLeaving = listen(g, 'pagehide', callback)
  return () => {
    endLooking()
    endLeaving()
  }
}
