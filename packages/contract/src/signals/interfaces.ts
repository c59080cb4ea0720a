import { bool, dict, int, list, shape, text } from '../decoder.ts'
import { DIGEST_LENGTH_MAX, signal } from './signal.ts'

const digested = 'count and digest of the names in their order, for size'
const names = { count: int(0, 10_000), digest: text(DIGEST_LENGTH_MAX) }

/** Keys, voices, battery and payment of the device, and which interfaces the browser has. */
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
  elementProperties: signal(shape(names), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'HTMLElement, looked at for names',
    contexts: ['window'],
    changesWith: 'browser updates',
    digested,
  }),
  appNames: signal(list(text(1024), 8), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#appVersion, #appName, #appCodeName, #product, #vendorSub',
    contexts: ['window'],
    changesWith: 'browser and system updates',
  }),
  prefixedFeatures: signal(list(text(64), 64), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Window, Navigator, Document and elements, looked at for prefixed names',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
  webInterfaces: signal(list(text(64), 128), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Window, Navigator and Document, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates, plain HTTP instead of HTTPS, the system below',
  }),
  authenticators: signal(dict(bool, 64), {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'PublicKeyCredential.getClientCapabilities',
    contexts: ['window'],
    changesWith: 'screen lock and fingerprint reader, Bluetooth, browser updates',
  }),
  performanceEntries: signal(list(text(64), 64), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'PerformanceObserver.supportedEntryTypes',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
  policyFeatures: signal(shape(names), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'FeaturePolicy#features',
    contexts: ['window'],
    changesWith: 'browser updates, plain HTTP instead of HTTPS',
    neverIn: ['firefox', 'safari'],
    digested,
  }),
}
