import { ASIDE } from '../frame.ts'
import { looking } from '../has.ts'
import { type Source, unavailable } from '../source.ts'

/** Chosen by hand after names that lists of hiding rules have in common, advertisements first; November 2026. */
const BAITS = 'adsbygoogle banner_ad sponsored-post cookie-consent-banner'

/** What makers of privacy browsers add, and the advertising interfaces that they take away. */
const PRIVACY =
  'ethereum.isBraveWallet navigator.duckduckgo document.browsingTopics navigator.joinAdInterestGroup navigator.privateAttribution'

/**
 * What settings and extensions for privacy leave to be seen: clocks of coarse grain, elements that a blocker hides, names
 * that come or go with them. No request is made for a bait.
 *
 * Spec: https://w3c.github.io/hr-time/#dfn-coarsen-time, the rest belongs to its makers
 * Absent: `clockMarks` without clocks, `hiddenBaits` where nothing is laid out (jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const privacySources = {
  clockMarks: ({ performance, Event }) => {
    const now = performance?.now?.()
    const origin = performance?.timeOrigin
    if (now === undefined || origin === undefined || !Event) return unavailable
    return {
      value: { originMs: origin % 1, eventMs: new Event('').timeStamp - now, wallMs: Date.now() - origin - now },
    }
  },
  hiddenBaits: ({ document }) => {
    const root = document?.documentElement
    // The first one has no name: it holds the others, and nobody hides it.
    const baits = ['', ...BAITS.split(' ')].flatMap((name) => {
      const bait = document?.createElementNS?.(root?.namespaceURI ?? '', 'i')
      if (!bait) return []
      bait.className = name
      // Important, so that the style of the page does not count; the rules of blockers are stronger.
      bait.style.cssText = ASIDE
      return bait
    })
    const [tray, ...named] = baits
    if (!tray || !root?.append) return unavailable
    tray.append(...named)
    root.append(tray)
    const hidden = baits.filter(({ offsetHeight }) => !offsetHeight).map(({ className }) => className)
    tray.remove()
    // Without the first one there is no layout.
    return hidden.includes('') ? unavailable : { value: hidden }
  },
  privacyMarks: looking(PRIVACY),
} satisfies { readonly [K in 'clockMarks' | 'hiddenBaits' | 'privacyMarks']: Source<K> }
