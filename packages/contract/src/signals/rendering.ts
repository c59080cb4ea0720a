import { bool, dict, either, list, nullable, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** A digest is 32 hexadecimal digits (MurmurHash3-128); the margin admits a longer hash later. */
const DIGEST_LENGTH_MAX = 64

/** Canvas, GPU, audio and fonts: what the machine draws and plays. */
export const renderingSignals = {
  canvas: signal(shape({ winding: bool, geometry: text(DIGEST_LENGTH_MAX), text: text(DIGEST_LENGTH_MAX) }), {
    family: 'canvas and GPU',
    tier: 'frozen',
    readFrom: 'HTMLCanvasElement#toDataURL',
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
  webglParameters: signal(dict(either(num(-1e12, 1e12), list(num(-1e12, 1e12), 16)), 80), {
    family: 'canvas and GPU',
    tier: 'frozen',
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
  }),
  colorGamut: signal(text(16), {
    family: 'screen and window',
    tier: 'semi',
    readFrom: 'Window#matchMedia',
    contexts: ['window'],
    changesWith: 'the monitor',
  }),
}
