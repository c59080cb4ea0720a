import type { StrictPage } from './strict-site.ts'

const NONCE = 'c3RyaWN0'

/** Nothing but scripts of the page's own nonce and requests to its own origin. */
const STRICTEST = `default-src 'none'; script-src 'nonce-${NONCE}'; connect-src 'self'`

/** By scheme, because in WebKit `'self'` matches nothing in a page without an origin (WebKitGTK 2.50, November 2026). */
const SANDBOXED = `${STRICTEST.replace("'self'", 'http:')}; sandbox allow-scripts`

const EVERY_PERMISSION = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

const script = (text: string): string => `<script nonce="${NONCE}">${text}</script>`

/** Who asks the agent, and keeps what it answers where a test finds it. */
const REPORT = script(`globalThis.report = Tracio.init().getResult({ extendedResult: true })
  .catch((error) => ({ code: error.code, message: error.message }))`)

const html = (publicKey: string, before: string, after: string = REPORT): string => `<!doctype html>
<html lang="en"><head><title>strict</title>${before}
<script nonce="${NONCE}" src="/agent.js?k=${publicKey}"></script></head><body><h1>Shop</h1>${after}</body></html>`

const FRAMED = script(
  `globalThis.report = new Promise((told) => addEventListener('message', ({ data }) => told(data)))`,
)
const TELL = `${REPORT}${script('report.then((result) => parent.postMessage(JSON.parse(JSON.stringify(result)), "*"))')}`

/** What other scripts do to built-in objects, badly written ones and over-careful ones. */
const JUNK = `for (const kind of [Array, Object]) Object.defineProperty(kind.prototype, 'junk', {
    value: function junk() { throw new Error('junk') }, enumerable: kind === Array, configurable: true })
  Array.prototype.first = function () { return this[0] }
  Array.prototype[7] = 'seventh'`
const FREEZE = `for (const kind of [Array, Object, Function, Promise, String, Number, Date, RegExp, Map, Set, WeakMap, Error,
  Uint8Array, ArrayBuffer, EventTarget, Node, Element, HTMLElement, Document, Window, Navigator])
  Object.freeze(kind.prototype)
  Object.freeze(Object), Object.freeze(Array), Object.freeze(Math), Object.freeze(JSON), Object.freeze(Reflect)`
const NO_WORKERS = 'for (const kind of ["Worker", "SharedWorker"]) Reflect.deleteProperty(globalThis, kind)'
const NO_CRYPTO = 'Object.defineProperty(globalThis, "crypto", { value: undefined })'

/** Pages on which agents break, by path. */
export const strictPages = (publicKey: string): Readonly<Record<string, StrictPage>> => ({
  '/csp': { html: html(publicKey, ''), headers: { 'content-security-policy': STRICTEST } },
  '/csp-sandbox': {
    html: html(publicKey, ''),
    headers: { 'content-security-policy': SANDBOXED },
  },
  '/sandboxed': {
    html: `<!doctype html><title>top</title>${FRAMED}<iframe sandbox="allow-scripts" src="/inside"></iframe>`,
  },
  '/inside': { html: html(publicKey, '', TELL) },
  '/plain': { html: html(publicKey, '') },
  '/no-crypto': { html: html(publicKey, script(NO_CRYPTO)) },
  '/no-workers': {
    html: html(publicKey, script(NO_WORKERS)),
    headers: { 'content-security-policy': "worker-src 'none'; child-src 'none'" },
  },
  '/denied': {
    html: html(publicKey, ''),
    headers: { 'permissions-policy': EVERY_PERMISSION.map((name) => `${name}=()`).join(', ') },
  },
  '/junk': { html: html(publicKey, script(JUNK)) },
  '/frozen': { html: html(publicKey, script(FREEZE)) },
})
