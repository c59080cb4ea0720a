import { bool, dict, either, int, list, nullable, num, shape, text } from '../decoder.ts'
import { LIMIT } from './rendering.ts'
import { DIGEST_LENGTH_MAX, signal } from './signal.ts'

/** Lengths in CSS px, to the thousandth. */
const LENGTHS = list(num(-65_535, 65_535), 64)

const DIGEST = text(DIGEST_LENGTH_MAX)

const CARD = { family: 'canvas and GPU', tier: 'semi', contexts: ['window'] } as const
const AUDIO = { family: 'audio', tier: 'semi', contexts: ['window'], changesWith: 'browser updates' } as const
const LAYOUT = { family: 'fonts and rendering', tier: 'semi', unit: 'CSS px', contexts: ['iframe'] } as const

/** Canvas, GPU, audio and fonts once more: what drawing, computing and laying out comes to. */
export const drawingSignals = {
  webglAttributes: signal(dict(either(bool, text(32)), 32), {
    ...CARD,
    readFrom: 'WebGLRenderingContext#getContextAttributes',
    changesWith: 'the graphics card and its driver, browser updates',
  }),
  webglPrecisions: signal(list(text(32), 12), {
    ...CARD,
    unit: 'bits: smallest and largest exponent, precision; of fragment shaders, low float to high integer',
    readFrom: 'WebGLRenderingContext#getShaderPrecisionFormat',
    changesWith: 'the graphics card',
  }),
  webglImage: signal(DIGEST, {
    ...CARD,
    readFrom: 'WebGL2RenderingContext#readPixels',
    changesWith: 'the graphics card, its driver, browser updates; noised by Brave and by extensions',
    digested: 'the pixels of a triangle are sent as a MurmurHash3-128 digest, for size',
  }),
  webgl2Basics: signal(
    shape({
      version: text(128),
      vendor: text(128),
      renderer: text(256),
      shadingLanguageVersion: text(128),
      vendorUnmasked: nullable(text(128)),
      rendererUnmasked: nullable(text(256)),
    }),
    {
      ...CARD,
      readFrom: 'WebGL2RenderingContext#getParameter',
      changesWith: 'the graphics card, its driver, remote sessions, browser updates',
    },
  ),
  webgl2Parameters: signal(dict(either(LIMIT, list(LIMIT, 16)), 80), {
    ...CARD,
    unit: 'by the hexadecimal number of the constant',
    readFrom: 'WebGL2RenderingContext#getParameter',
    changesWith: 'the graphics card and its driver, browser updates',
  }),
  webgl2Extensions: signal(list(text(64), 128), {
    ...CARD,
    readFrom: 'WebGL2RenderingContext#getSupportedExtensions',
    changesWith: 'the graphics card and its driver, browser updates',
  }),
  webglShader: signal(shape({ start: text(64), digest: DIGEST }), {
    ...CARD,
    tier: 'volatile',
    wave: 'late',
    readFrom: 'WEBGL_debug_shaders#getTranslatedShaderSource',
    changesWith: 'the graphics interface of the system, browser updates; between two starts of Chromium without a card',
    digested: 'the code is sent as its beginning and a MurmurHash3-128 digest, for size',
  }),
  audioLimits: signal(list(bool, 16), { ...AUDIO, readFrom: 'AudioBuffer, by sample rates' }),
  audioDevice: signal(
    shape({ sampleRateHz: num(0, 1e6), baseLatencyS: nullable(num(0, 60)), channelsMax: int(0, 1024) }),
    {
      ...AUDIO,
      tier: 'volatile',
      wave: 'late',
      readFrom: 'AudioContext, once the visitor has done something',
      changesWith: 'the device that plays sounds, browser updates',
    },
  ),
  fontPreferences: signal(LENGTHS, {
    ...LAYOUT,
    readFrom: 'Element#getBoundingClientRect in a frame',
    changesWith: 'fonts being installed, font settings, zoom in some browsers',
  }),
  lineHeights: signal(LENGTHS, {
    ...LAYOUT,
    wave: 'late',
    readFrom: 'Element#getBoundingClientRect in a frame',
    changesWith: 'fonts being installed, font settings',
  }),
  formControls: signal(LENGTHS, {
    ...LAYOUT,
    wave: 'late',
    readFrom: 'Element#getBoundingClientRect in a frame',
    changesWith: 'settings and language of the desktop, browser updates, zoom in some browsers',
  }),
  defaultStyles: signal(list(text(256), 16), {
    family: 'fonts and rendering',
    tier: 'semi',
    contexts: ['iframe'],
    readFrom: 'Window#getComputedStyle in a frame',
    changesWith: 'font settings, settings of the desktop',
  }),
  domRects: signal(LENGTHS, {
    ...LAYOUT,
    readFrom: 'Element#getBoundingClientRect in a frame',
    changesWith: 'browser updates, zoom in some browsers; noised by Brave and by extensions',
  }),
  svgText: signal(LENGTHS, {
    ...LAYOUT,
    readFrom: 'SVGTextContentElement in a frame',
    changesWith: 'fonts being installed, font settings, browser updates, zoom in some browsers',
  }),
  svgPaths: signal(LENGTHS, {
    ...LAYOUT,
    unit: 'units of the image',
    readFrom: 'SVGGeometryElement in a frame',
    changesWith: 'browser updates',
  }),
}
