import { bool, int, list, shape, text } from '../decoder.ts'
import { DIGEST_LENGTH_MAX, signal } from './signal.ts'

const digested = 'count and digest of the names in their order, for size'
const names = { count: int(0, 10_000), digest: text(DIGEST_LENGTH_MAX) }

/** Keys, voices, battery and payment of the device, and which names the browser has. */
export const interfaceSignals = {
  keyboardLayout: signal(text(2048), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Keyboard#getLayoutMap',
    contexts: ['window'],
    changesWith: 'the keyboard layout; frames of other sites are refused',
    neverIn: ['firefox', 'safari'],
  }),
  voices: signal(shape({ ...names, local: int(0, 10_000) }), {
    family: 'navigator and platform',
    tier: 'volatile',
    wave: 'late',
    readFrom: 'SpeechSynthesis#getVoices',
    contexts: ['window'],
    changesWith: 'voices being installed; some browsers learn of them only after a while',
    digested: 'count, how many are on the device, and digest of names and languages, for size',
  }),
  battery: signal(text(64), {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'Navigator#getBattery',
    contexts: ['window'],
    constant:
      'desktops are all alike; laptops and phones in use are not, and a program on a server claims to be one of those',
    changesWith: 'being plugged in',
    neverIn: ['firefox', 'safari'],
    digested:
      'charging, charging time, discharging time, level; numbers but 0, 1 and Infinity become "some", for privacy',
  }),
  applePay: signal(shape({ payments: bool, version: int(0, 100) }), {
    family: 'navigator and platform',
    tier: 'semi',
    unit: 'version of Apple Pay',
    readFrom: 'ApplePaySession.canMakePayments, ApplePaySession.supportsVersion',
    contexts: ['window'],
    changesWith: 'the device and its system',
  }),
  navigatorProperties: signal(shape({ ...names, own: int(0, 10_000) }), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator, looked at for names',
    contexts: ['window'],
    changesWith: 'browser updates, plain HTTP instead of HTTPS, extensions and drivers that add or hide',
    digested,
  }),
  prefixedFeatures: signal(list(text(64), 64), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Window, Navigator, Document and elements, looked at for prefixed names',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
}
