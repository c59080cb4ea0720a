import type { Global } from './global.ts'

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
  document?.addEventListener?.('visibilitychange', looked)
  g.addEventListener?.('pagehide', callback)
  return () => {
    document?.removeEventListener?.('visibilitychange', looked)
    g.removeEventListener?.('pagehide', callback)
  }
}
