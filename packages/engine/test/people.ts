import type { Signals } from '@tracio/contract'

/** What a browser has to say, by signal name; what it does not have is left out. */
export type Person = Partial<Signals>

const math = { acos: 1.4473588658278522, cosh1: 1.543080634815244, expm1: 1.7182818284590453 }
const fonts = ['Arial', 'DejaVu Sans', 'Liberation Mono', 'Noto Serif']
const webglParameters = { MAX_TEXTURE_SIZE: 16384, MAX_VIEWPORT_DIMS: [32767, 32767], MAX_VERTEX_ATTRIBS: 16 }
const plugin = (name: string) => ({ name, mimeTypes: ['application/pdf', 'text/pdf'] })
const pdfPlugins = ['PDF Viewer', 'Chrome PDF Viewer', 'Chromium PDF Viewer', 'WebKit built-in PDF'].map(plugin)

const webgl = (vendor: string, rendererUnmasked: string) => ({
  version: 'WebGL 1.0',
  vendor,
  renderer: vendor,
  shadingLanguageVersion: 'WebGL GLSL ES 1.0',
  vendorUnmasked: vendor,
  rendererUnmasked,
})

/** A window on a desktop with a taskbar, in use. */
const desktopWindow: Signals['headlessMarkers'] = {
  outerWidth: 1600,
  outerHeight: 900,
  innerWidth: 1600,
  innerHeight: 790,
  pluginCount: 5,
  notificationPermission: 'default',
  notificationQuery: 'prompt',
  chromeObject: true,
  documentFocus: true,
  visibility: 'visible',
  rttMs: 50,
}

const desktopScreen = { width: 1920, height: 1080, availWidth: 1920, availHeight: 1040, colorDepth: 24 }

/** Chrome 146 on Windows 11, an ordinary laptop. */
export const chromeOnWindows: Person = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36',
  clientHints: {
    brands: [
      { brand: 'Not:A-Brand', version: '8' },
      { brand: 'Chromium', version: '146' },
      { brand: 'Google Chrome', version: '146' },
    ],
    fullVersionList: [
      { brand: 'Not:A-Brand', version: '8.0.0.0' },
      { brand: 'Chromium', version: '146.0.7680.80' },
      { brand: 'Google Chrome', version: '146.0.7680.80' },
    ],
    mobile: false,
    platform: 'Windows',
    platformVersion: '19.0.0',
    architecture: 'x86',
  },
  languages: ['de-DE', 'de'],
  platform: 'Win32',
  vendor: 'Google Inc.',
  productSub: '20030107',
  evalLength: 33,
  webdriver: false,
  headlessMarkers: desktopWindow,
  screen: desktopScreen,
  touch: { maxTouchPoints: 0, touchEvent: false, touchStart: false },
  plugins: pdfPlugins,
  math,
  architecture: 255,
  canvas: { winding: true, geometry: 'a'.repeat(32), text: 'b'.repeat(32) },
  webglBasics: webgl(
    'Google Inc. (Intel)',
    'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics Direct3D11 vs_5_0 ps_5_0, D3D11)',
  ),
  webglParameters,
  audio: { sum: 124.04347527516074, sampleRateHz: 48000 },
  fonts: ['Arial', 'Calibri', 'Segoe UI'],
}

/** Firefox 153 on Linux: no Client Hints, noise on the canvas. */
export const firefoxOnLinux: Person = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  languages: ['en-GB', 'en'],
  platform: 'Linux x86_64',
  vendor: '',
  productSub: '20100101',
  evalLength: 37,
  webdriver: false,
  headlessMarkers: { ...desktopWindow, chromeObject: false, rttMs: null },
  screen: desktopScreen,
  plugins: pdfPlugins,
  math,
  architecture: 255,
  canvas: { winding: true, geometry: 'c'.repeat(32), text: 'd'.repeat(32) },
  webglBasics: webgl('Intel', 'Mesa Intel(R) UHD Graphics 620 (KBL GT2)'),
  webglParameters,
  audio: { sum: 35.7383295930922, sampleRateHz: 44100 },
  fonts,
}

/** Safari on an iPhone: no plug-ins, no frame around the page. */
export const safariOnIphone: Person = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  languages: ['fr-FR'],
  platform: 'iPhone',
  vendor: 'Apple Computer, Inc.',
  productSub: '20030107',
  evalLength: 37,
  webdriver: false,
  headlessMarkers: {
    ...desktopWindow,
    outerWidth: 390,
    outerHeight: 844,
    innerWidth: 390,
    innerHeight: 664,
    chromeObject: false,
    notificationPermission: null,
    notificationQuery: null,
    rttMs: null,
  },
  screen: { width: 390, height: 844, availWidth: 390, availHeight: 844, colorDepth: 24 },
  touch: { maxTouchPoints: 5, touchEvent: true, touchStart: true },
  plugins: pdfPlugins,
  math,
  architecture: 127,
  canvas: { winding: true, geometry: 'e'.repeat(32), text: 'f'.repeat(32) },
  webglBasics: webgl('Apple Inc.', 'Apple GPU'),
  webglParameters,
  audio: { sum: 124.0434474653739, sampleRateHz: 48000 },
  fonts: ['Arial', 'Helvetica Neue'],
}

/** GNOME Web (WebKitGTK 2.50) on Linux, which says "Apple GPU" and Version/60.5. */
export const webkitOnLinux: Person = {
  ...safariOnIphone,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/60.5 Safari/605.1.15',
  platform: 'Linux x86_64',
  headlessMarkers: { ...desktopWindow, chromeObject: false, rttMs: null },
  screen: desktopScreen,
  architecture: 255,
  fonts,
}

/** Client Hints came with Chromium 90; QtWebEngine 5.15 is Chromium 87. */
const { clientHints: _later, ...chromiumWithoutHints } = chromeOnWindows

/** qutebrowser (QtWebEngine 5.15) full-screen on a virtual machine: software graphics, no plug-ins, no window.chrome. */
export const qutebrowserOnVm: Person = {
  ...chromiumWithoutHints,
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) QtWebEngine/5.15.19 Chrome/87.0.4280.144 Safari/537.36',
  platform: 'Linux x86_64',
  headlessMarkers: {
    ...desktopWindow,
    outerWidth: 1920,
    outerHeight: 1080,
    innerWidth: 1920,
    innerHeight: 1080,
    pluginCount: 0,
    chromeObject: false,
    rttMs: 0,
  },
  screen: { width: 1920, height: 1080, availWidth: 1920, availHeight: 1080, colorDepth: 24 },
  plugins: [],
  webglBasics: webgl('Mesa/X.org', 'llvmpipe (LLVM 15.0.6, 256 bits)'),
  fonts,
}

/** Chromium 156 with --headless=new, as measured in November 2026. It does not say webdriver. */
export const headlessChromium: Person = {
  ...chromeOnWindows,
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
  clientHints: {
    brands: [
      { brand: 'Not:A-Brand', version: '8' },
      { brand: 'Chromium', version: '156' },
    ],
    mobile: false,
    platform: 'Linux',
  },
  languages: ['en-US', 'en'],
  platform: 'Linux x86_64',
  headlessMarkers: {
    ...desktopWindow,
    outerWidth: 780,
    outerHeight: 580,
    innerWidth: 780,
    innerHeight: 437,
    rttMs: 100,
  },
  screen: { width: 800, height: 600, availWidth: 800, availHeight: 600, colorDepth: 24 },
  webglBasics: webgl(
    'Google Inc. (Google)',
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  ),
  fonts,
}
