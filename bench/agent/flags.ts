import { parseArgs } from 'node:util'
import type { Engine } from '../../e2e/browsers/test-browser.ts'

const HELP = `npm run bench -- agent [--loads 10] [--firefox] [--webkit] [--no-stability] [--sources] [--full]

Runs the built agent against a real server, and FingerprintJS and then BotD from their packages on the same page, in turn:
first loads of browsers that were started two seconds before, and later loads in one. Chromium is timed; every engine is asked
whether what should last does. "First" and "later" in the table are medians over the loads. Wall time ends for us when the
payload goes, for them with their answer. Nothing here waits for TURN, and no audio context is suspended, so there is
nothing to leave out but the network: the answer to the payload, and the session, which is there before the readings.

  --loads N        first and later loads of each, at least 2; 10 by default
  --firefox        times Firefox beside the others too; it does not tell the processor time of a thread
  --webkit         times WebKitGTK too, which does not either
  --no-stability   leaves out the engines that are not timed
  --sources        the milliseconds of every source in every engine, from its start to its answer; else the ten slowest
  --full           31 loads, all engines timed (some 15 minutes)
`

/** What to measure. */
export interface Flags {
  readonly loads: number
  /** Engines to time beside the peers. */
  readonly timed: readonly Engine[]
  /** Engines of which only the readings are compared. */
  readonly compared: readonly Engine[]
  readonly allSources: boolean
}

/** Reads the flags; undefined when only help was wanted. */
export function readFlags(args: readonly string[], print: (text: string) => void): Flags | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      loads: { type: 'string', default: '10' },
      firefox: { type: 'boolean', default: false },
      webkit: { type: 'boolean', default: false },
      'no-stability': { type: 'boolean', default: false },
      sources: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    print(HELP)
    return
  }
  const { full, firefox, webkit } = values
  const loads = full ? 31 : Number(values.loads)
  if (!(Number.isInteger(loads) && loads >= 2)) throw new Error('--loads must be a whole number from 2 on.')
  const timed: readonly Engine[] = [
    'chromium',
    ...(full || firefox ? (['firefox'] as const) : []),
    ...(full || webkit ? (['webkit'] as const) : []),
  ]
  const others = (['firefox', 'webkit'] as const).filter((engine) => !timed.includes(engine))
  return { loads, timed, compared: values['no-stability'] ? [] : others, allSources: values.sources }
}
