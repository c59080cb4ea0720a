import { createCipheriv, randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import {
  encodeEnvelope,
  encodings,
  envelopeHead,
  type SignalName,
  sealings,
  signalIds,
  type TurnOffer,
} from '@tracio/contract'

/** What `GET /api/session` answers. */
export interface SessionAnswer {
  readonly session: string
  readonly key: string
  readonly turn?: TurnOffer
}

/** A desktop Chrome on Linux, by signal name. Vary `values` to make another machine of it. */
export const chromeValues: Readonly<Partial<Record<SignalName, unknown>>> = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  languages: ['en-GB', 'en'],
  platform: 'Linux x86_64',
  screen: { width: 1920, height: 1080, availWidth: 1920, availHeight: 1040, colorDepth: 24 },
  pixelRatio: 1,
  touch: { maxTouchPoints: 0, touchEvent: false, touchStart: false },
  cores: 8,
  memoryGib: 8,
  timezone: 'Europe/Prague',
  colorGamut: 'srgb',
  storage: { cookies: true, localStorage: true, sessionStorage: true, indexedDb: true },
  plugins: [{ name: 'PDF Viewer', mimeTypes: ['application/pdf'] }],
  math: { tan: -1.4214488238747245, sinh: 1.1752011936438014 },
  vendor: 'Google Inc.',
  productSub: '20030107',
  architecture: 255,
  canvas: { winding: true, geometry: 'aa'.repeat(16), text: 'bb'.repeat(16) },
  webglBasics: {
    version: 'WebGL 1.0 (OpenGL ES 2.0 Chromium)',
    vendor: 'WebKit',
    renderer: 'WebKit WebGL',
    shadingLanguageVersion: 'WebGL GLSL ES 1.0',
    vendorUnmasked: 'Google Inc. (Intel)',
    rendererUnmasked: 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
  },
  webglParameters: { MAX_TEXTURE_SIZE: 16384, ALIASED_LINE_WIDTH_RANGE: [1, 7.375] },
  fonts: ['DejaVu Sans', 'Liberation Sans'],
  audio: { sum: 124.04347527516074, sampleRateHz: 44100 },
  clientHints: {
    brands: [
      { brand: 'Chromium', version: '156' },
      { brand: 'Google Chrome', version: '156' },
    ],
    mobile: false,
    platform: 'Linux',
    architecture: 'x86',
    bitness: '64',
    model: '',
    platformVersion: '6.1.0',
  },
  headlessMarkers: {
    outerWidth: 1920,
    outerHeight: 1040,
    innerWidth: 1920,
    innerHeight: 920,
    pluginCount: 1,
    notificationPermission: 'default',
    notificationQuery: 'prompt',
    chromeObject: true,
    documentFocus: true,
    visibility: 'visible',
    rttMs: 50,
  },
  webdriver: false,
  evalLength: 33,
}

/** The header that goes with `chromeValues`. */
export const CHROME_USER_AGENT = String(chromeValues.userAgent)

/** A payload as the agent writes it. */
export function aPayload(
  values: Readonly<Partial<Record<SignalName, unknown>>> = chromeValues,
  part: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const byId = Object.entries(values).map(([name, value]) => [signalIds[name as SignalName], value])
  return {
    agent: '0.1.0',
    phase: 'primary',
    url: 'https://shop.example/login',
    values: Object.fromEntries(byId),
    gaps: {},
    timings: { s17: 3.5 },
    ...part,
  }
}

/** Seals a payload as the agent does, by Node's own means. */
export function seal({ session, key }: SessionAnswer, payload: unknown): Buffer<ArrayBuffer> {
  return sealBytes({ session, key }, deflateRawSync(JSON.stringify(payload)))
}

/** Seals bytes that need not be a payload. */
export function sealBytes({ session, key }: SessionAnswer, bytes: Uint8Array): Buffer<ArrayBuffer> {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), iv)
  cipher.setAAD(envelopeHead(encodings.deflate, sealings.aesGcm, session))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return Buffer.from(
    encodeEnvelope({ encoding: encodings.deflate, sealing: sealings.aesGcm, session, iv, bytes: sealed }),
  )
}

/** An envelope as plain HTTP pages send it. */
export const unsealed = ({ session }: Pick<SessionAnswer, 'session'>, payload: unknown): Buffer<ArrayBuffer> =>
  Buffer.from(
    encodeEnvelope({
      encoding: encodings.json,
      sealing: sealings.none,
      session,
      bytes: Buffer.from(JSON.stringify(payload)),
    }),
  )
