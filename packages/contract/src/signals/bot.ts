import { bool, dict, int, list, nullable, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

const SIDE = int(-65535, 65535)

/** What automation leaves behind. Raw: judging is the engine's. */
export const botSignals = {
  headlessMarkers: signal(
    shape({
      outerWidth: SIDE,
      outerHeight: SIDE,
      innerWidth: SIDE,
      innerHeight: SIDE,
      pluginCount: nullable(int(0, 1024)),
      notificationPermission: nullable(text(16)),
      notificationQuery: nullable(text(16)),
      chromeObject: bool,
      documentFocus: bool,
      visibility: text(16),
      rttMs: nullable(int(0, 100_000)),
    }),
    {
      family: 'bot',
      tier: 'session',
      unit: 'CSS px; ms for the round-trip time',
      readFrom: 'Window, Navigator#plugins, Notification, Permissions#query, NetworkInformation#rtt',
      contexts: ['window'],
      changesWith: 'how the browser was started',
    },
  ),
  webdriver: signal(bool, {
    family: 'bot',
    tier: 'session',
    readFrom: 'Navigator#webdriver',
    contexts: ['window'],
    changesWith: 'how the browser was started',
  }),
  evalLength: signal(int(0, 10_000), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    unit: 'UTF-16 units',
    readFrom: 'Function#toString of eval',
    contexts: ['window'],
    changesWith: 'the JavaScript engine; instrumentation',
  }),
  automationGlobals: signal(list(text(80), 48), {
    family: 'bot',
    tier: 'session',
    readFrom: 'Window, Document and the root element, looked at for names',
    contexts: ['window'],
    changesWith: 'who drives the browser',
    constant: 'no recorded driver leaves names behind, and many others do',
  }),
  iframeWebdriver: signal(bool, {
    family: 'bot',
    tier: 'session',
    readFrom: 'Navigator#webdriver in a frame',
    contexts: ['iframe'],
    changesWith: 'how the browser was started',
  }),
  nativeFunctions: signal(
    dict(
      shape({
        text: text(80),
        sameByFrame: nullable(bool),
        name: text(80),
        ownKeys: list(text(80), 8),
        hidden: bool,
      }),
      40,
    ),
    {
      family: 'tampering',
      tier: 'session',
      readFrom: 'Function#toString, Object.getOwnPropertyDescriptor',
      contexts: ['window', 'iframe'],
      changesWith: 'extensions and tools that replace built-in functions; browser updates',
      digested: 'texts are cut after 80 units, for size',
    },
  ),
}
