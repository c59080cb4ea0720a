import { bool, dict, int, list, nullable, num, shape, text } from '../decoder.ts'
import { retired, signal } from './signal.ts'

/** Far beyond any desktop of several monitors, on either side of the first one's corner. */
const COORDINATE = num(-1e6, 1e6)

/** Window, screen and what style sheets learn of them. */
export const displaySignals = {
  screenOrientation: signal(shape({ type: text(32), angleDeg: int(-360, 360) }), {
    family: 'screen and window',
    tier: 'volatile',
    unit: 'degrees for the angle',
    readFrom: 'Screen#orientation',
    contexts: ['window'],
    changesWith: 'turning the device',
    constant: 'one machine made all recordings; phones and turned monitors differ',
  }),
  viewport: signal(
    shape({
      innerWidth: COORDINATE,
      innerHeight: COORDINATE,
      outerWidth: nullable(COORDINATE),
      outerHeight: nullable(COORDINATE),
      clientWidth: nullable(COORDINATE),
      clientHeight: nullable(COORDINATE),
      visualWidth: nullable(COORDINATE),
      visualHeight: nullable(COORDINATE),
      visualScale: nullable(num(0, 1000)),
      screenX: nullable(COORDINATE),
      screenY: nullable(COORDINATE),
    }),
    {
      family: 'screen and window',
      tier: 'volatile',
      unit: 'CSS px; the scale has none',
      readFrom: 'Window, Document#documentElement, VisualViewport',
      contexts: ['window'],
      changesWith: 'moving and resizing the window, zoom, scroll bars',
    },
  ),
  screenInsets: signal(shape({ availLeft: COORDINATE, availTop: COORDINATE, extended: nullable(bool) }), {
    family: 'screen and window',
    tier: 'volatile',
    unit: 'CSS px',
    readFrom: 'Screen#availLeft, Screen#availTop, Screen#isExtended',
    contexts: ['window'],
    changesWith: 'monitors, docks and task bars',
  }),
  mediaFeatures: retired(
    '0.3.0',
    signal(dict(list(text(32), 8), 40), {
      family: 'CSS and media',
      tier: 'volatile',
      readFrom: 'Window#matchMedia',
      contexts: ['window'],
      changesWith: 'settings, the time of day (dark mode), monitors and pointers being attached',
    }),
  ),
  scrollBarWidth: signal(shape({ plainPx: int(0, 200), thinPx: int(0, 200) }), {
    family: 'screen and window',
    tier: 'semi',
    unit: 'CSS px',
    readFrom: 'HTMLElement#offsetWidth, Element#clientWidth in a frame',
    contexts: ['iframe'],
    changesWith: 'the desktop theme, zoom in some browsers, a mouse being attached (macOS)',
  }),
  windowBars: signal(dict(bool, 8), {
    family: 'screen and window',
    tier: 'session',
    readFrom: 'BarProp#visible',
    contexts: ['window'],
    changesWith: 'the way in which the window was opened',
    constant: 'tabs show all bars; windows that scripts open as pop-ups, kiosks and apps do not',
  }),
  systemColors: signal(dict(text(64), 40), {
    family: 'CSS and media',
    tier: 'semi',
    readFrom: 'Window#getComputedStyle in a frame',
    contexts: ['iframe'],
    changesWith: 'the desktop theme, browser updates',
  }),
  cssSupports: signal(dict(bool, 64), {
    family: 'CSS and media',
    tier: 'semi',
    readFrom: 'CSS.supports',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
}
