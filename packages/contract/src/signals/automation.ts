import { bool, int, list, nullable, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** A handful of names, cut by the agent. */
const NAMES = list(text(40), 16)

/** No window has as many names, and no history or stack as many entries. */
const COUNT = int(0, 100_000)

/** The traces that drivers leave in windows, documents and stacks. Raw: judging is the engine's. */
export const automationSignals = {
  windowKeys: signal(shape({ count: COUNT, crc32: int(0, 0xffffffff) }), {
    family: 'bot',
    tier: 'session',
    readFrom: 'own names of the window',
    contexts: ['window'],
    changesWith: 'the page, extensions, browser updates, who drives the browser',
    digested: 'the names are sorted, joined by commas and sent as their CRC-32, for size',
  }),
  automationArtefacts: signal(list(text(40), 32), {
    family: 'bot',
    tier: 'session',
    readFrom: 'Window and elements of the document, looked at for what frameworks leave there',
    contexts: ['window'],
    changesWith: 'who drives the browser',
    constant: 'a list of frameworks that were found, which is empty for people',
  }),
  addedNatives: signal(NAMES, {
    family: 'bot',
    tier: 'session',
    readFrom: 'own functions of the window, compared with those of a frame',
    contexts: ['window', 'iframe'],
    changesWith: 'who drives or embeds the browser',
    constant: 'a list of functions that were added from outside, which is empty for people',
  }),
  documentKeys: signal(NAMES, {
    family: 'bot',
    tier: 'session',
    readFrom: 'own names of the document',
    contexts: ['window'],
    changesWith: 'the page, extensions, who drives the browser',
    constant: 'a document has no names of its own but its location, unless somebody adds them',
  }),
  webdriverProperty: signal(shape({ depth: int(0, 64), index: COUNT, getter: bool }), {
    family: 'bot',
    tier: 'session',
    unit: 'prototypes above the navigator; place among the names there',
    readFrom: 'the descriptor of Navigator#webdriver',
    contexts: ['window'],
    changesWith: 'browser updates, tools that hide that they drive the browser',
  }),
  chromeShape: signal(shape({ keys: NAMES, after: COUNT }), {
    family: 'bot',
    tier: 'session',
    readFrom: 'own names of Window#chrome, and how many names of the window come after it',
    contexts: ['window'],
    constant: 'people with extensions that talk to pages have more of it, and tools that pretend it have less',
    changesWith: 'browser updates, how the browser was started, tools that add it',
    neverIn: ['firefox', 'safari'],
  }),
  callStack: signal(shape({ lines: COUNT, marks: NAMES }), {
    family: 'bot',
    tier: 'session',
    readFrom: 'Error#stack',
    contexts: ['window'],
    changesWith: 'who calls the agent; tools that wrap what it calls',
  }),
  languageObject: signal(shape({ language: nullable(text(64)), frozen: bool, same: bool }), {
    family: 'bot',
    tier: 'session',
    readFrom: 'Navigator#language and the list that Navigator#languages gives',
    contexts: ['window'],
    changesWith: 'settings, tools that pretend other languages',
  }),
  rootChildren: signal(NAMES, {
    family: 'bot',
    tier: 'session',
    readFrom: 'names of the elements below the root element',
    contexts: ['window'],
    changesWith: 'extensions and agents that paint over the page',
    constant: 'a page has a head and a body, unless somebody paints over it',
  }),
  tabOrigin: signal(shape({ historyLength: COUNT, opened: bool, named: bool, referred: bool }), {
    family: 'bot',
    tier: 'session',
    readFrom:
      'History#length, Window#opener, Window#name, Document#referrer; of the last three only whether they are empty',
    contexts: ['window'],
    changesWith: 'how the visitor came to the page',
  }),
}
