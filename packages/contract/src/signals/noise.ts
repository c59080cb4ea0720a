import { bool, dict, int, list, nullable, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** Values that were read, or samples: the largest reading has 2048. */
const COUNT = int(0, 1_000_000)

/** How many values came back other than they were put in, how many differed at the second look, and by how much at most. */
const NOISE = shape({ changed: COUNT, moved: COUNT, by: num(0, 1_000_000) })

const NO_NOISE = 'everything comes back as it was put in, unless something adds noise'

/** What stands between the page and the truth: noise, hardening, blockers. Raw: judging is the engine's. */
export const noiseSignals = {
  canvasNoise: signal(NOISE, {
    family: 'privacy and noise',
    tier: 'session',
    unit: 'colour values, of 1024',
    readFrom: 'CanvasRenderingContext2D#getImageData of pixels of known colours',
    contexts: ['window'],
    changesWith: 'extensions and settings that add noise',
    constant: NO_NOISE,
  }),
  webglNoise: signal(NOISE, {
    family: 'privacy and noise',
    tier: 'session',
    unit: 'colour values, of 1024',
    readFrom: 'WebGL2RenderingContext#readPixels of a canvas that was cleared to a known colour',
    contexts: ['window'],
    changesWith: 'extensions and settings that add noise; a lost context',
    constant: NO_NOISE,
  }),
  audioNoise: signal(NOISE, {
    family: 'privacy and noise',
    tier: 'session',
    unit: 'samples, of 512',
    readFrom: 'AudioBuffer#getChannelData and AudioBuffer#copyFromChannel of a known buffer, rendered unchanged',
    contexts: ['window'],
    changesWith: 'extensions and settings that add noise',
    constant: NO_NOISE,
  }),
  rectsNoise: signal(shape({ sizes: list(num(-10_000, 10_000), 8), moved: COUNT }), {
    family: 'privacy and noise',
    tier: 'session',
    unit: 'CSS px',
    readFrom: 'Element#getBoundingClientRect of boxes of known size, as they are and rotated',
    contexts: ['iframe'],
    changesWith: 'extensions and settings that add noise, zoom',
  }),
  clockMarks: signal(
    shape({
      originMs: nullable(num(0, 1)),
      eventMs: nullable(num(-10_000, 10_000)),
      wallMs: nullable(num(-1e15, 1e15)),
    }),
    {
      family: 'privacy and noise',
      tier: 'session',
      unit: 'ms',
      readFrom: 'Date.now, Performance#timeOrigin, Event#timeStamp, compared with Performance#now',
      contexts: ['window'],
      changesWith: 'settings that coarsen clocks, clocks that were set',
    },
  ),
  cssSizes: signal(dict(bool, 8), {
    family: 'privacy and noise',
    tier: 'session',
    readFrom: 'Window#matchMedia, asked for the sizes that script was told',
    contexts: ['window'],
    changesWith: 'resistance to fingerprinting, letterboxing, emulated screens, zoom',
  }),
  hiddenBaits: signal(list(text(64), 24), {
    family: 'privacy and noise',
    tier: 'session',
    readFrom: 'HTMLElement#offsetHeight of elements that are named like advertisements',
    contexts: ['window'],
    changesWith: 'content blockers and their lists; the style of the page, when it is marked as important',
    constant: 'nothing is hidden where nothing blocks content',
  }),
  privacyMarks: signal(list(text(64), 24), {
    family: 'privacy and noise',
    tier: 'semi',
    readFrom: 'Window and Navigator, looked at for names',
    contexts: ['window'],
    changesWith: 'the maker of the browser, its wallets; browser updates',
  }),
  hardenedInterfaces: signal(list(text(64), 40), {
    family: 'privacy and noise',
    tier: 'semi',
    readFrom: 'Window and Navigator, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates; lockdown modes and hardened settings, which take interfaces away',
  }),
}
