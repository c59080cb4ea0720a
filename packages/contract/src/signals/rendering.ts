import { bool, dict, either, list, nullable, num, shape, text } from '../decoder.ts'
import { DIGEST_LENGTH_MAX, signal } from './signal.ts'

/** Any number that a browser may give as a bound, half a float's range included. */
const BOUND = nullable(num(-Number.MAX_VALUE, Number.MAX_VALUE))

/** Any number that a card may give as a limit; the longest time to wait is near 1e19 in Gecko and WebKit. */
export const LIMIT = num(-1e20, 1e20)

/** A box of one line of text or of one formula. */
const BOX = shape({ width: num(0, 65_535), height: num(0, 65_535) })

/** Canvas, GPU, audio and fonts: what the machine draws and plays. */
export const renderingSignals = {
  canvas: signal(shape({ winding: bool, geometry: text(DIGEST_LENGTH_MAX), text: text(DIGEST_LENGTH_MAX) }), {
    family: 'canvas and GPU',
    tier: 'frozen',
    readFrom: 'CanvasRenderingContext2D#getImageData',
    contexts: ['window'],
    changesWith: 'the graphics stack, some browser majors; noised per session by Firefox and Brave',
    digested: 'images are sent as MurmurHash3-128 digests, for size',
  }),
  webglBasics: signal(
    shape({
      version: text(128),
      vendor: text(128),
      renderer: text(256),
      shadingLanguageVersion: text(128),
      vendorUnmasked: nullable(text(128)),
      rendererUnmasked: nullable(text(256)),
    }),
    {
      family: 'canvas and GPU',
      tier: 'frozen',
      readFrom: 'WebGLRenderingContext#getParameter',
      contexts: ['window'],
      changesWith: 'the graphics card, its driver, remote sessions',
    },
  ),
  webglParameters: signal(dict(either(LIMIT, list(LIMIT, 16)), 80), {
    family: 'canvas and GPU',
    tier: 'frozen',
    unit: 'by the hexadecimal number of the constant',
    readFrom: 'WebGLRenderingContext#getParameter',
    contexts: ['window'],
    changesWith: 'the graphics card and its driver',
  }),
  audio: signal(shape({ sum: num(-1e6, 1e6), sampleRateHz: num(0, 1e6) }), {
    family: 'audio',
    tier: 'frozen',
    readFrom: 'OfflineAudioContext#startRendering',
    contexts: ['window'],
    changesWith: 'the audio stack and the processor; noised by Brave and by private Safari',
  }),
  fonts: signal(list(text(64), 128), {
    family: 'fonts and rendering',
    tier: 'frozen',
    readFrom: 'HTMLElement#offsetWidth',
    contexts: ['window'],
    changesWith: 'fonts being installed, operating-system updates',
    constant: 'one machine made all recordings; machines differ the most in this',
  }),
  colorGamut: signal(text(16), {
    family: 'screen and window',
    tier: 'semi',
    readFrom: 'Window#matchMedia',
    contexts: ['window'],
    changesWith: 'the monitor',
    constant: 'one machine made all recordings, on a plain display',
  }),
  webglExtensions: signal(list(text(64), 128), {
    family: 'canvas and GPU',
    tier: 'semi',
    readFrom: 'WebGLRenderingContext#getSupportedExtensions',
    contexts: ['window'],
    changesWith: 'the graphics card and its driver, browser updates',
  }),
  webgpu: signal(
    shape({
      canvasFormat: nullable(text(32)),
      languageFeatures: list(text(64), 64),
      adapterAsked: bool,
      adapter: nullable(
        shape({
          vendor: text(128),
          architecture: text(128),
          device: text(128),
          description: text(256),
          features: list(text(64), 64),
          limits: dict(num(0, Number.MAX_SAFE_INTEGER), 64),
        }),
      ),
    }),
    {
      family: 'canvas and GPU',
      tier: 'semi',
      unit: 'of each limit as its specification says',
      readFrom: 'GPU#requestAdapter, GPU#wgslLanguageFeatures, GPU#getPreferredCanvasFormat',
      contexts: ['window'],
      changesWith: 'the graphics card and its driver, browser updates',
      constant: 'the recording machine has no graphics card; those that have one differ in dozens of limits',
    },
  ),
  audioNodes: signal(dict(list(BOUND, 8), 40), {
    family: 'audio',
    tier: 'semi',
    readFrom: 'AudioParam',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
  textMetrics: signal(dict(list(BOUND, 64), 8), {
    family: 'fonts and rendering',
    tier: 'semi',
    unit: 'CSS px',
    readFrom: 'CanvasRenderingContext2D#measureText',
    contexts: ['window'],
    changesWith: 'fonts being installed, font settings, browser updates',
  }),
  emojiBox: signal(BOX, {
    family: 'fonts and rendering',
    tier: 'semi',
    unit: 'CSS px',
    readFrom: 'Element#getBoundingClientRect in a frame',
    contexts: ['iframe'],
    changesWith: 'operating-system updates, zoom in some browsers',
  }),
  mathml: signal(BOX, {
    family: 'fonts and rendering',
    tier: 'semi',
    unit: 'CSS px',
    readFrom: 'Element#getBoundingClientRect in a frame',
    contexts: ['iframe'],
    changesWith: 'fonts being installed, browser updates, zoom in some browsers',
  }),
  systemFonts: signal(dict(text(256), 16), {
    family: 'fonts and rendering',
    tier: 'semi',
    readFrom: 'Window#getComputedStyle in a frame',
    contexts: ['iframe'],
    changesWith: 'settings of the desktop',
  }),
}
