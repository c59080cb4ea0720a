import { expecting } from '../expecting.ts'
import type { Global } from '../global.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * Which kinds of storage the page may use. They are only looked at: nothing is written, so nothing is left behind.
 *
 * Spec: https://html.spec.whatwg.org/multipage/webstorage.html, https://w3c.github.io/IndexedDB/
 * Absent: where there is no navigator at all. A kind that is missing, or refused with a SecurityError (opaque origins,
 * blocked cookies), is `false`: for the page both mean that it cannot store.
 * Checked: Chromium 156, November 2026.
 */
export const storage: Source<'storage'> = (g) => {
  if (g.navigator?.cookieEnabled === undefined) return unavailable
  return {
    value: {
      cookies: g.navigator.cookieEnabled,
      localStorage: grants(g, 'localStorage'),
      sessionStorage: grants(g, 'sessionStorage'),
      indexedDb: grants(g, 'indexedDB'),
    },
  }
}

function grants(g: Global, kind: 'localStorage' | 'sessionStorage' | 'indexedDB'): boolean {
  return expecting('SecurityError', () => Boolean(g[kind]), false)
}
