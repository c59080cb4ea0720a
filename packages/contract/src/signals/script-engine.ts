import { bool, dict, int, list, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** What the script engine is and how new it is, whatever the user agent says. */
export const scriptEngineSignals = {
  errorShape: signal(
    shape({
      messages: list(text(200), 8),
      ownKeys: list(text(64), 16),
      stackNamesError: bool,
      stackMarksPlaces: bool,
      captureStackTrace: bool,
      stackTraceLimit: bool,
    }),
    {
      family: 'maths, JS engine, architecture',
      tier: 'semi',
      readFrom: 'TypeError, RangeError, SyntaxError',
      contexts: ['window'],
      changesWith: 'the JavaScript engine; instrumentation',
    },
  ),
  jsFeatures: signal(dict(bool, 64), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'built-ins, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates; polyfills of the page',
  }),
  wasmFeatures: signal(dict(bool, 40), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'WebAssembly.validate',
    contexts: ['window'],
    changesWith: 'browser updates; the processor for SIMD',
  }),
  unicodeCase: signal(text(16), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'String#toUpperCase of letters whose capitals came with the last versions of Unicode',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
  dateParsing: signal(text(32), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    unit: 'one digit for each date, 1 when it is understood',
    readFrom: 'Date.parse',
    contexts: ['window'],
    changesWith: 'the JavaScript engine, browser updates',
  }),
  releaseMarks: signal(list(text(64), 40), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'interfaces, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates, trials; polyfills of the page',
  }),
  jsHeapLimit: signal(int(0, Number.MAX_SAFE_INTEGER), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    unit: 'B',
    readFrom: 'Performance#memory',
    contexts: ['window'],
    constant: 'it follows the memory of the machine; all recordings are from one',
    changesWith: 'the memory of the machine, browser updates, switches of the JavaScript engine',
    neverIn: ['firefox', 'safari'],
  }),
  keyOrders: signal(list(text(400), 4), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'own names of a class and of Symbol, in their order',
    contexts: ['window'],
    changesWith: 'the JavaScript engine, browser updates',
  }),
  radixText: signal(text(64), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'Number#toString in other bases than ten',
    contexts: ['window'],
    changesWith: 'the JavaScript engine',
  }),
  sortSteps: signal(text(600), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'Array#sort, the pairs that it compares',
    contexts: ['window'],
    changesWith: 'the JavaScript engine',
  }),
}
