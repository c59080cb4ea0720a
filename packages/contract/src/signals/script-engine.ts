import { bool, dict, list, shape, text } from '../decoder.ts'
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
}
