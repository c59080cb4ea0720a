import { int, list, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** Values that were read: the largest reading has 1024. */
const COUNT = int(0, 1_000_000)

/** What stands between the page and the truth: noise, hardening, blockers. Raw: judging is the engine's. */
export const noiseSignals = {
  canvasNoise: signal(shape({ changed: COUNT, moved: COUNT }), {
    family: 'privacy and noise',
    tier: 'session',
    unit: 'colour values, of 1024: changed, and others at the second look',
    readFrom: 'CanvasRenderingContext2D#getImageData of pixels of known colours',
    contexts: ['window'],
    changesWith: 'extensions and settings that add noise',
    constant: 'everything comes back as it was put in, unless something adds noise',
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
      originMs: num(0, 1),
      eventMs: num(-10_000, 10_000),
      wallMs: num(-1e15, 1e15),
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
}
