import { parseArgs } from 'node:util'
import { createRandom } from '../ingest/random.ts'
import { againstBar, report, told } from '../report.ts'
import { judgeAnswers } from './answers.ts'
import { crowd } from './crowd.ts'
import { measureSpeed } from './speed.ts'

const HELP = `npm run bench -- velocity [--visits 1000000] [--visitors 200000] [--samples 1200] [--full]

Counts random visits of two days with all built-in metrics, in the memory that is the default: first to time it, in
processor time and as the median of batches, so that other programs count little; then again to compare samples of the
answers with a recount of everything. One visitor is a script and one address an office: they have more than is kept in
that second pass, and must answer unknown there.

  --visits N     visits in two days
  --visitors N   visitors they come from
  --samples N    answers that are recounted; each has some thirty counts
  --full         4,000,000 visits of 1,000,000 visitors, 3,000 samples (some 5 minutes)
`

/** The visits always come in the same order. */
const SEED = 20_261_121

const SPAN_MS = 2 * 86_400_000

/** Processor time to observe and add one visit, memory, and answers beside a recount. */
export async function velocityBench(args: readonly string[]): Promise<boolean> {
  const flags = readFlags(args)
  if (flags === undefined) return true
  const { visits, visitors, samples } = flags
  say(`load: ${visits} visits of ${visitors} visitors in two days, ${samples} answers recounted`)
  const batches = () => crowd({ visits, spanMs: SPAN_MS, visitors }, createRandom(SEED))
  const { cpuUs, longestMs, countedBytes, residentBytes, windowVisits } = measureSpeed(batches())
  const { compared, wrong, unknown } = judgeAnswers(batches(), Math.floor(visits / samples))
  const results = [
    againstBar('observe and add, all built-in metrics', 'us/visit', cpuUs, 10, 'lower'),
    told('longest visit, other programs and collections included', 'ms', longestMs),
    againstBar('counts compared with a recount', 'counts', compared, 20_000, 'higher'),
    againstBar('of them wrong', 'counts', wrong, 0, 'lower'),
    againstBar('unknown, because a key had more than is kept', 'counts', unknown, 1, 'higher'),
    told('visits within the longest window', 'visits', windowVisits),
    told('memory for each of them, as it is reckoned', 'B/visit', countedBytes / windowVisits),
    told('memory, as it is reckoned', 'MB', countedBytes / 1e6),
    told('resident memory, the load itself included', 'MB', residentBytes / 1e6),
  ]
  return report('velocity', results, (text) => process.stdout.write(text))
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Undefined when only help was wanted. */
function readFlags(
  args: readonly string[],
): { readonly visits: number; readonly visitors: number; readonly samples: number } | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      visits: { type: 'string', default: '1000000' },
      visitors: { type: 'string', default: '200000' },
      samples: { type: 'string', default: '1200' },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const [visits, visitors, samples] = values.full
    ? [4_000_000, 1_000_000, 3000]
    : [Number(values.visits), Number(values.visitors), Number(values.samples)]
  if (!(visits >= 1000 && visitors >= 1 && samples >= 1 && samples <= visits)) {
    throw new Error('--visits must be at least 1000, --visitors and --samples at least 1.')
  }
  return { visits, visitors, samples }
}
