import { answered } from '../answered.ts'
import { within } from '../clock.ts'
import type { Global } from '../global.ts'
import { has } from '../has.ts'
import { nameDigest } from '../name-digest.ts'
import type { SpeechLike } from '../platform-extras.ts'
import type { Sources } from '../run.ts'
import { absent, present } from '../source.ts'

/**
 * How long to wait for voices. Chromium 156 and Firefox 153 load them when first asked and tell when they have come, but
 * never when there are none. Chosen by hand, November 2026: no longer than other sources take anyway.
 */
const VOICES_MS = 100

/** Versions of Apple Pay on the web; the newest was below 20 in November 2026. */
const APPLE_PAY_VERSIONS = 20

const APP_NAMES = 'appVersion appName appCodeName product vendorSub'

/** Names with an engine's prefix that one engine has and another never had or gave up. Chosen by hand, November 2026. */
const PREFIXED =
  'webkitRequestAnimationFrame webkitSpeechRecognition webkitMediaStream webkitAudioContext WebKitMutationObserver WebKitPoint webkitIndexedDB onwebkitmouseforcechanged mozPaintCount onmozfullscreenerror navigator.webkitGetUserMedia navigator.mozGetUserMedia document.webkitHidden document.webkitFullscreenEnabled document.mozFullScreen'

/**
 * Interfaces that came with one version of an engine, or that only some systems below it have. The names are disjoint
 * from those that other signals look for. Chosen by hand, November 2026.
 */
const INTERFACES =
  'BarcodeDetector CSSFunctionRule CloseWatcher DigitalCredential EyeDropper FileSystemObserver Highlight IdleDetector LanguageModel Navigation Observable PaymentRequest PressureObserver PushManager Sanitizer ScrollTimeline SharedArrayBuffer ToggleEvent TouchEvent TrustedHTML URLPattern ViewTransition WebTransport XSLTProcessor fetchLater queryLocalFonts navigator.audioSession navigator.login navigator.managed navigator.setAppBadge navigator.taintEnabled'

/**
 * What the browser says of its keyboard, voices, battery and payment, and which names its objects have.
 *
 * Spec: https://wicg.github.io/keyboard-map/, https://webaudio.github.io/web-speech-api/, https://w3c.github.io/battery/,
 * https://developer.apple.com/documentation/applepayontheweb, https://w3c.github.io/webauthn/#sctn-getClientCapabilities,
 * https://w3c.github.io/performance-timeline/, https://html.spec.whatwg.org/multipage/system-state.html
 * Absent: keyboard, battery, policy features outside Chromium; authenticators in WebKitGTK and before 2025; Apple Pay
 * outside Safari; voices in Firefox on Linux, which is not asked. Keyboard and battery are refused (`denied`) to frames of other sites.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50 (Apple Pay nowhere); November 2026.
 */
export const platformSources = {
  keyboardLayout: ({ navigator }) =>
    answered(async () => {
      const layout = await navigator?.keyboard?.getLayoutMap?.()
      return (
        layout &&
        [...layout]
          .map(([code, key]) => `${code}=${key}`)
          .sort()
          .join(' ')
      )
    }),
  voices: async (g) => {
    const speech = g.speechSynthesis
    if (!speech?.getVoices || warnsOfVoices(g)) return absent('unavailable')
    if (!speech.getVoices().length) await changed(g, speech)
    const voices = speech.getVoices()
    return {
      value: {
        ...nameDigest(voices.map(({ name, lang }) => `${name} ${lang}`)),
        local: voices.filter(({ localService }) => localService).length,
      },
    }
  },
  battery: ({ navigator }) =>
    answered(async () => {
      const battery = await navigator?.getBattery?.()
      if (!battery) return
      const { charging, chargingTime, dischargingTime, level } = battery
      return [charging, ...[chargingTime, dischargingTime, level].map(rough)].join(' ')
    }),
  applePay: (g) => {
    const session = g.ApplePaySession
    if (!session) return absent('unavailable')
    // In a frame below another site, and on plain HTTP, asking throws and writes to the console.
    if (g.top !== g || !g.isSecureContext) return absent('denied')
    let version = APPLE_PAY_VERSIONS
    while (version > 0 && !session.supportsVersion(version)) version--
    return { value: { payments: session.canMakePayments(), version } }
  },
  navigatorProperties: ({ navigator }) => {
    if (!navigator) return absent('unavailable')
    const names = Reflect.ownKeys(Reflect.getPrototypeOf(navigator) ?? {})
    return { value: { ...nameDigest(names), own: Reflect.ownKeys(navigator).length } }
  },
  elementProperties: ({ HTMLElement: element }) =>
    element ? { value: nameDigest(Reflect.ownKeys(element.prototype)) } : absent('unavailable'),
  appNames: ({ navigator }) =>
    navigator
      ? { value: APP_NAMES.split(' ').map((name) => String(Reflect.get(navigator, name) ?? '')) }
      : absent('unavailable'),
  prefixedFeatures: (g) => ({ value: there(g, PREFIXED) }),
  webInterfaces: (g) => ({ value: there(g, INTERFACES) }),
  authenticators: ({ PublicKeyCredential: credential }) =>
    answered(async () => {
      const capabilities = await credential?.getClientCapabilities?.()
      return capabilities && { ...capabilities }
    }),
  performanceEntries: ({ PerformanceObserver: observer }) =>
    present(observer?.supportedEntryTypes && [...observer.supportedEntryTypes]),
  policyFeatures: ({ document }) =>
    present(document?.featurePolicy?.features && nameDigest([...document.featurePolicy.features()].sort())),
} satisfies Sources

const there = (g: Global, names: string): string[] => names.split(' ').filter((name) => has(g, name))

const rough = (value: number): string => ([0, 1, Number.POSITIVE_INFINITY].includes(value) ? String(value) : 'some')

/**
 * Firefox 153 shows its user a bar when a page looks for voices on a Linux without the library for them, so Firefox is asked
 * where voices belong to the system.
 */
const warnsOfVoices = (g: Global): boolean =>
  !has(g, 'webkitRequestAnimationFrame') && !/^(Mac|Win)/.test(g.navigator?.platform ?? '')

/** Resolves when voices have come, or have had their time to. */
async function changed(g: Global, speech: SpeechLike): Promise<void> {
  let heard = (): void => undefined
  const event = new Promise<void>((resolve) => {
    heard = resolve
  })
  speech.addEventListener?.('voiceschanged', heard)
  await within(g, VOICES_MS, event, () => undefined)
  speech.removeEventListener?.('voiceschanged', heard)
}
