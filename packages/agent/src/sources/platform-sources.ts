import { answered } from '../answered.ts'
import { pause } from '../clock.ts'
import type { Global } from '../global.ts'
import { has, looking } from '../has.ts'
import { nameDigest } from '../name-digest.ts'
import type { Sources } from '../run.ts'
import { absent, unavailable } from '../source.ts'

/**
 * How long to wait for voices, which Chromium 156 and Firefox 153 load when first asked. Chosen by hand, November 2026: the
 * page has its result by then, so nobody waits.
 */
const VOICES_MS = 300

/** Versions of Apple Pay on the web; the newest was below 20 in November 2026. */
const APPLE_PAY_VERSIONS = 20

/** Names with an engine's prefix that one engine has and another never had or gave up. Chosen by hand, November 2026. */
const PREFIXED =
  'webkitRequestAnimationFrame webkitSpeechRecognition webkitMediaStream WebKitPoint onwebkitmouseforcechanged mozPaintCount onmozfullscreenerror document.webkitHidden'

/**
 * What the browser says of its keyboard, voices, battery and payment, and which names there are.
 *
 * Spec: https://wicg.github.io/keyboard-map/, https://webaudio.github.io/web-speech-api/, https://w3c.github.io/battery/,
 * https://developer.apple.com/documentation/applepayontheweb,
 * https://html.spec.whatwg.org/multipage/system-state.html
 * Absent: keyboard and battery outside Chromium; Apple Pay outside Safari; voices in Firefox on Linux, which is not asked.
 * Keyboard and battery are refused (`denied`) to frames of other sites.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50 (Apple Pay nowhere); November 2026.
 */
export const platformSources = {
  keyboardLayout: ({ navigator }) =>
    answered(async () => {
      const layout = await navigator?.keyboard?.getLayoutMap?.()
      return layout && [...layout].sort().join(' ')
    }),
  voices: async (g) => {
    const speech = g.speechSynthesis
    if (!speech?.getVoices || warnsOfVoices(g)) return unavailable
    if (!speech.getVoices().length) await pause(g, VOICES_MS)
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
      return [charging, chargingTime, dischargingTime, level].map(rough).join(' ')
    }),
  applePay: (g) => {
    const session = g.ApplePaySession
    if (!session) return unavailable
    // In a frame below another site, and on plain HTTP, asking throws and writes to the console.
    if (g.top !== g || !g.isSecureContext) return absent('denied')
    let version = APPLE_PAY_VERSIONS
    while (version && !session.supportsVersion(version)) version--
    return { value: { payments: session.canMakePayments(), version } }
  },
  navigatorProperties: ({ navigator }) => {
    if (!navigator) return unavailable
    const names = Reflect.ownKeys(Reflect.getPrototypeOf(navigator) ?? {})
    return { value: { ...nameDigest(names), own: Reflect.ownKeys(navigator).length } }
  },
  prefixedFeatures: looking(PREFIXED),
} satisfies Sources

const rough = (value: number | boolean): string => (/^\D+$|^[01]$/.test(`${value}`) ? `${value}` : 'some')

/**
 * Firefox 153 shows its user a bar when a page looks for voices on a Linux without the library for them, so Firefox is asked
 * where voices belong to the system.
 */
const warnsOfVoices = (g: Global): boolean =>
  !has(g, 'webkitRequestAnimationFrame') && !/^(Mac|Win)/.test(g.navigator?.platform ?? '')
