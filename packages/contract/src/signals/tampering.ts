import { bool, dict, int, list, nullable, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** Names of what was changed, cut by the agent. */
const NAMES = list(text(64), 24)

/** Who a browser says it is, every property as text. */
const IDENTITY = dict(text(512), 12)

const CHANGED = 'extensions, polyfills and tools that replace what browsers offer'
const UNCHANGED = 'a list of changes, which is empty where nobody has changed anything'

/** Where a page differs from what its browser gave it. Raw: judging is the engine's. */
export const tamperingSignals = {
  throwDepths: signal(dict(text(512), 24), {
    family: 'tampering',
    tier: 'session',
    readFrom: 'errors of built-in functions that are called on what is not theirs, and the lines of their stacks',
    contexts: ['window'],
    changesWith: CHANGED,
  }),
  pluginChains: signal(
    shape({
      list: nullable(bool),
      plugin: nullable(bool),
      wraps: nullable(bool),
    }),
    {
      family: 'tampering',
      tier: 'session',
      readFrom: 'prototypes and links of PluginArray and its members',
      contexts: ['window'],
      constant: 'it breaks only where somebody replaced the plugins',
      changesWith: 'the PDF viewer being switched off; tools that imitate plugins',
    },
  ),
  alteredInterfaces: signal(NAMES, {
    family: 'tampering',
    tier: 'session',
    readFrom: 'what interfaces offer, compared with a frame: descriptors, texts, names and properties of functions',
    contexts: ['window', 'iframe'],
    changesWith: CHANGED,
    constant: UNCHANGED,
  }),
  alteredBuiltIns: signal(NAMES, {
    family: 'tampering',
    tier: 'session',
    readFrom: 'built-ins of the language, compared with those of a frame in the same way',
    contexts: ['window', 'iframe'],
    changesWith: CHANGED,
    constant: UNCHANGED,
  }),
  frameNavigator: signal(IDENTITY, {
    family: 'tampering',
    tier: 'session',
    readFrom: 'Navigator in a frame',
    contexts: ['iframe'],
    changesWith: 'what the window says changes with; tools that forget frames',
  }),
  frameTimezone: signal(shape({ timezone: text(64), offsetMin: int(-1440, 1440) }), {
    family: 'tampering',
    tier: 'volatile',
    unit: 'min, east positive, in January',
    readFrom: 'Intl.DateTimeFormat, Date#getTimezoneOffset in a frame',
    contexts: ['iframe'],
    constant: 'it differs from the page where somebody replaced the zone; all recordings are from one zone',
    changesWith: 'place; tools that forget frames',
  }),
  frameGpu: signal(shape({ vendor: text(512), renderer: text(512) }), {
    family: 'tampering',
    tier: 'session',
    readFrom: "the page's WebGL context, by the functions of a frame",
    contexts: ['window', 'iframe'],
    changesWith: 'the graphics card and its driver, but for what the page has replaced',
  }),
}
