import { looking } from '../has.ts'
import { absent, type Source } from '../source.ts'
import type { BaitLike } from '../surroundings-extras.ts'

/** Chosen by hand after names that lists of hiding rules have in common, advertisements first; November 2026. */
const BAITS =
  'adsbygoogle ad-banner ad-slot banner_ad google-ad sponsored-post outbrain_widget addthis_toolbox cookie-consent-banner'

/** What makers of privacy browsers add, and the advertising interfaces that they take away. */
const PRIVACY =
  'braveEthereum ethereum.isBraveWallet navigator.duckduckgo document.browsingTopics document.hasPrivateToken navigator.joinAdInterestGroup navigator.privateAttribution sharedStorage HTMLFencedFrameElement'

/** What lockdown modes, hardened builds and about:config take away, and browsers otherwise have for years. */
const HARDENED =
  'AudioContext FileReader Gamepad MathMLElement MediaSource OffscreenCanvas RTCPeerConnection ServiceWorker SharedArrayBuffer SharedWorker WebAssembly WebGLRenderingContext indexedDB speechSynthesis'

/**
 * What settings and extensions for privacy leave to be seen: clocks of coarse grain, sizes on which script and style do not
 * agree, elements that a blocker hides, names that come or go with them. No request is made for a bait.
 *
 * Spec: https://w3c.github.io/hr-time/#dfn-coarsen-time, https://drafts.csswg.org/mediaqueries-5/, the rest belongs to its makers
 * Absent: `cssSizes` without media queries, `hiddenBaits` where nothing is laid out (jsdom); what clocks do not tell is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const privacySources = {
  clockMarks: ({ performance, Event }) => {
    const now = performance?.now?.()
    const origin = performance?.timeOrigin
    return {
      value: {
        originMs: origin === undefined ? null : origin % 1,
        eventMs: now === undefined || !Event ? null : new Event('').timeStamp - now,
        wallMs: now === undefined || origin === undefined ? null : Date.now() - origin - now,
      },
    }
  },
  cssSizes: (g) => {
    if (!g.matchMedia) return absent('unavailable')
    const told = {
      'device-width': `${g.screen?.width}px`,
      'device-height': `${g.screen?.height}px`,
      width: `${g.innerWidth}px`,
      height: `${g.innerHeight}px`,
      resolution: `${g.devicePixelRatio}dppx`,
    }
    const agrees = ([name, size]: readonly string[]) => [name, g.matchMedia?.(`(${name}:${size})`).matches === true]
    return { value: Object.fromEntries(Object.entries(told).map(agrees)) }
  },
  hiddenBaits: ({ document }) => {
    const root = document?.documentElement
    const make = (): BaitLike | undefined => document?.createElementNS?.(root?.namespaceURI ?? '', 'i')
    const tray = make()
    if (!tray || !root?.append) return absent('unavailable')
    const names = ['', ...BAITS.split(' ')]
    const baits = names.map((name) => {
      const bait = make()
      if (bait) {
        bait.className = name
        // Important, so that the style of the page does not count; the rules of blockers are stronger.
        bait.style.cssText = 'display:block!important;position:fixed;left:-99px;width:9px;height:9px!important'
        tray.append(bait)
      }
      return bait
    })
    root.append(tray)
    const hidden = names.filter((_name, i) => !baits[i]?.offsetHeight)
    tray.remove()
    // The one without a name is hidden by nobody: without it there is no layout.
    return hidden.includes('') ? absent('unavailable') : { value: hidden }
  },
  privacyMarks: looking(PRIVACY),
  hardenedInterfaces: looking(HARDENED),
} satisfies {
  readonly [K in 'clockMarks' | 'cssSizes' | 'hiddenBaits' | 'privacyMarks' | 'hardenedInterfaces']: Source<K>
}
