import { parseArgs } from 'node:util'
import { createLoad } from '../ingest/load.ts'
import { aMachine } from '../ingest/machines.ts'
import { createRandom } from '../ingest/random.ts'
import { type Crowd, drawShots, fullSpeed, shootSteadily, steadily, type Target } from '../ingest/rounds.ts'
import { startServerProcess } from '../ingest/server-process.ts'
import { againstBar, median, quantile, type Result, report, told } from '../report.ts'
import { type Population, PUBLIC_KEY, populationOf, SEED } from './population.ts'
import { queryKinds } from './queries.ts'
import { type Asked, createSearchLoad } from './search-load.ts'
import { builtStore, bytesOf } from './store.ts'

const HELP = `npm run bench -- search [--events 1000000] [--rate 40] [--rounds 7] [--requests 3000] [--fresh]

Asks a listed mix of questions by HTTP, at a steady rate, while visits come in at half of what the server takes at full
speed. The store is built once for each number of events and found again in the system's folder for temporary files.

  --events N     stored events; a million need some 15 GB
  --rate N       questions a second
  --rounds N     rounds at half load, with and without questions
  --requests N   visits in a round
  --fresh        build the store anew
`

/** An analyst waits for a page, and a visitor for an answer. */
const BAR = { searchP95Ms: 50, ingestP99Ms: 10 } as const

/** Latency of searches and of visits beside each other, on a store of a million events. */
export async function searchBench(args: readonly string[]): Promise<boolean> {
  const flags = readFlags(args)
  if (flags === undefined) return true
  const { rate, rounds, requests, population, isFresh } = flags
  const startedAt = performance.now()
  const store = await builtStore(population, { isFresh, said: say })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  say(
    `store: ${population.events} events, ${(bytesOf(store) / 1e9).toFixed(2)} GB, ${store.isReused ? 'reused' : 'built'} in ${seconds} s`,
  )
  say(`load: ${rounds} rounds of ${requests} visits at half load, beside ${rate} questions a second, in turn:`)
  for (const { name, path } of queryKinds) say(`  ${name}: ${path(createRandom(SEED), population, null)}`)

  const server = await startServerProcess('whole', store.dataDir)
  const load = createLoad(server.url, PUBLIC_KEY)
  const searches = createSearchLoad(server.url, population)
  try {
    const crowd: Crowd = { requests, newShare: 1 / 3, random: createRandom(SEED) }
    const visits = Array.from({ length: requests }, () => ({ machine: aMachine(crowd.random), cookie: undefined }))
    const { hits } = await load.flood(await load.prepare(visits, crowd.random))
    const target: Target = { server, load, known: [...hits], hits: [] }
    await searches.warmUp(3)
    const { perSecond } = await fullSpeed(target, crowd)
    const half = perSecond / 2
    await steadily(target, crowd, half)
    const alone: number[][] = []
    const beside: number[][] = []
    const asked: Asked[] = []
    for (let round = 1; round <= rounds; round++) {
      alone.push(await steadily(target, crowd, half))
      const visiting = shootSteadily(target, await drawShots(target, crowd), half)
      asked.push(...(await searches.steady(rate, visiting)))
      beside.push(await visiting)
    }
    await server.stop()
    return report('search', figures({ half, alone, beside, asked }), (text) => process.stdout.write(text))
  } finally {
    await searches.close()
    await load.close()
    server.dispose()
    await builtStore(population)
  }
}

interface Measured {
  readonly half: number
  readonly alone: readonly (readonly number[])[]
  readonly beside: readonly (readonly number[])[]
  readonly asked: readonly Asked[]
}

/** Latency of each kind of question and of all, and that of visits beside them. */
export function figures({ half, alone, beside, asked }: Measured): Result[] {
  const kinds = queryKinds.flatMap(({ name }) => {
    const ms = asked.filter(({ kind }) => kind === name).map((one) => one.ms)
    return [told(`${name}, p50`, 'ms', quantile(ms, 0.5)), told(`${name}, p95`, 'ms', quantile(ms, 0.95))]
  })
  const p99 = (rounds: Measured['alone']): number => median(rounds.map((ms) => quantile(ms, 0.99)))
  return [
    ...kinds,
    told('questions', 'count', asked.length),
    againstBar('questions without an answer', 'count', asked.filter(({ status }) => status !== 200).length, 0, 'lower'),
    againstBar(
      'all questions, p95',
      'ms',
      quantile(
        asked.map(({ ms }) => ms),
        0.95,
      ),
      BAR.searchP95Ms,
      'lower',
    ),
    told('half load', 'req/s', half),
    told('visits alone, p99', 'ms', p99(alone)),
    againstBar('visits beside questions, p99', 'ms', p99(beside), BAR.ingestP99Ms, 'lower'),
  ]
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

interface Flags {
  readonly population: Population
  readonly rate: number
  readonly rounds: number
  readonly requests: number
  readonly isFresh: boolean
}

/** Undefined when only help was wanted. */
function readFlags(args: readonly string[]): Flags | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: '1000000' },
      rate: { type: 'string', default: '40' },
      rounds: { type: 'string', default: '7' },
      requests: { type: 'string', default: '3000' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const [events, rate, rounds, requests] = [values.events, values.rate, values.rounds, values.requests].map(Number)
  if (!(events && rate && rounds && requests && events >= 1000 && requests >= 100)) {
    throw new Error('--events must be at least 1000, --requests at least 100, --rate and --rounds at least 1.')
  }
  return { population: populationOf(events), rate, rounds, requests, isFresh: values.fresh }
}
