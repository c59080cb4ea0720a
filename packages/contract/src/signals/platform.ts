import { bool, dict, int, list, nullable, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

const brands = list(shape({ brand: text(64), version: text(32) }), 16)

/** Navigator, screen, time and storage: what the browser says of itself and its surroundings. */
export const platformSignals = {
  userAgent: signal(text(1024), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#userAgent',
    contexts: ['window'],
    changesWith: 'browser and system updates',
  }),
  languages: signal(list(text(64), 64), {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'Navigator#languages',
    contexts: ['window'],
    changesWith: 'settings',
  }),
  platform: signal(text(128), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#platform',
    contexts: ['window'],
    changesWith: 'the operating system',
  }),
  vendor: signal(text(128), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#vendor',
    contexts: ['window'],
    changesWith: 'nothing, within one browser',
  }),
  productSub: signal(text(32), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#productSub',
    contexts: ['window'],
    changesWith: 'nothing, within one engine',
  }),
  cores: signal(int(1, 4096), {
    family: 'navigator and platform',
    tier: 'semi',
    unit: 'logical processors',
    readFrom: 'Navigator#hardwareConcurrency',
    contexts: ['window'],
    changesWith: 'the machine; varied by Brave, capped by Safari and resistFingerprinting',
  }),
  memoryGib: signal(num(0, 4096), {
    family: 'navigator and platform',
    tier: 'semi',
    unit: 'GiB',
    readFrom: 'Navigator#deviceMemory',
    contexts: ['window'],
    changesWith: 'the machine; varied by Brave',
    neverIn: ['firefox', 'safari'],
  }),
  touch: signal(shape({ maxTouchPoints: int(0, 256), touchEvent: bool, touchStart: bool }), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#maxTouchPoints, Document#createEvent, Window#ontouchstart',
    contexts: ['window'],
    changesWith: 'the machine, touch screens being attached',
  }),
  clientHints: signal(
    shape(
      { brands, mobile: bool, platform: text(64) },
      {
        architecture: text(32),
        bitness: text(8),
        model: text(128),
        platformVersion: text(64),
        fullVersionList: brands,
        wow64: bool,
      },
    ),
    {
      family: 'navigator and platform',
      tier: 'semi',
      readFrom: 'NavigatorUAData#getHighEntropyValues',
      contexts: ['window'],
      changesWith: 'browser and system updates',
      neverIn: ['firefox', 'safari'],
    },
  ),
  plugins: signal(list(shape({ name: text(128), mimeTypes: list(text(128), 32) }), 64), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'Navigator#plugins',
    contexts: ['window'],
    changesWith: 'the PDF viewer setting',
  }),
  screen: signal(
    shape({
      width: int(0, 65535),
      height: int(0, 65535),
      availWidth: int(0, 65535),
      availHeight: int(0, 65535),
      colorDepth: int(0, 128),
    }),
    {
      family: 'screen and window',
      tier: 'volatile',
      unit: 'CSS px; bits for the depth',
      readFrom: 'Screen',
      contexts: ['window'],
      changesWith: 'monitors, docking, zoom',
    },
  ),
  pixelRatio: signal(num(0, 100), {
    family: 'screen and window',
    tier: 'volatile',
    readFrom: 'Window#devicePixelRatio',
    contexts: ['window'],
    changesWith: 'monitors, zoom',
  }),
  timezone: signal(text(64), {
    family: 'time and locale',
    tier: 'volatile',
    readFrom: 'Intl.DateTimeFormat#resolvedOptions',
    contexts: ['window'],
    changesWith: 'travel, settings',
  }),
  storage: signal(shape({ cookies: bool, localStorage: bool, sessionStorage: bool, indexedDb: bool }), {
    family: 'storage',
    tier: 'semi',
    readFrom: 'Navigator#cookieEnabled, Window#localStorage, Window#sessionStorage, Window#indexedDB',
    contexts: ['window'],
    changesWith: 'settings, sandboxes',
  }),
  math: signal(dict(nullable(num(-Number.MAX_VALUE, Number.MAX_VALUE)), 40), {
    family: 'maths, JS engine, architecture',
    tier: 'frozen',
    readFrom: 'Math',
    contexts: ['window'],
    changesWith: 'the JavaScript engine and its maths library',
  }),
  architecture: signal(int(0, 255), {
    family: 'maths, JS engine, architecture',
    tier: 'frozen',
    readFrom: 'Float32Array',
    contexts: ['window'],
    changesWith: 'the processor: sign bit of a NaN, 255 on x86, 127 on ARM',
  }),
}
