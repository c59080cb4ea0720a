import { parseArgs } from 'node:util'
import { againstBar, againstReference, median, quantile, type Result, report, told } from '../report.ts'
import { type DiskUse, readDisk } from './disk.ts'
import { createLoad, type Hit, type Load, type Plan } from './load.ts'
import { aMachine } from './machines.ts'
import { createRandom, type Random } from './random.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** Bars of `DESIGN.md` section 12 with the first matcher. */
const BAR = { shareOfFloor: 0.4, cpuOfFloor: 1 / 0.4, p99Ms: 10 } as const

const HELP = `npm run bench -- ingest [--requests 4000] [--rounds 5] [--new 0.333] [--full]

Drives the whole identification and its floor (same HTTP server, same payloads opened and parsed, constant answer) from
a second process, in turns, and compares them. Every request has its own session and its own sealed body.

  --requests N   requests in a round
  --rounds N     rounds of each kind; the medians count
  --new SHARE    share of visitors that nobody has seen before; the others come again with their cookies
  --full         20,000 requests a round, 9 rounds
`

interface Target {
  readonly server: ServerProcess
  readonly load: Load
  /** Visitors who can come again. */
  readonly known: Plan[]
}

interface Round {
  readonly perSecond: number
  readonly cpuUsPerRequest: number
}

/** Whole-pipeline requests a second and processor time beside the floor, latency at half load, bytes on disk. */
export async function ingestBench(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '4000' },
      rounds: { type: 'string', default: '5' },
      new: { type: 'string', default: String(1 / 3) },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return true
  }
  const requests = values.full ? 20_000 : Number(values.requests)
  const rounds = values.full ? 9 : Number(values.rounds)
  const newShare = Number(values.new)
  const random = createRandom(20_261_121)
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  say(`load: ${rounds} rounds of ${requests} requests each for whole and floor in turns, 32 connections`)

  const [whole, floor] = [await target('whole'), await target('floor')]
  const hits: Hit[] = []
  try {
    for (const { load, known } of [whole, floor])
      await warmUp(load, known, requests, random, hits, known === whole.known)
    const wholeRounds: Round[] = []
    const floorRounds: Round[] = []
    const before = await whole.server.usage()
    let measured = 0
    for (let round = 1; round <= rounds; round++) {
      floorRounds.push(await runRound(floor, requests, newShare, random))
      wholeRounds.push(await runRound(whole, requests, newShare, random, hits))
      measured += requests
      say(
        `round ${round}: whole ${wholeRounds.at(-1)?.perSecond.toFixed(0)} req/s, floor ${floorRounds.at(-1)?.perSecond.toFixed(0)} req/s`,
      )
    }
    const after = await whole.server.usage()
    const halfLoad = median(wholeRounds.map(({ perSecond }) => perSecond)) / 2
    const latencies = await runHalfLoad(whole, Math.min(requests, 5000), halfLoad, newShare, random, hits)
    await whole.server.stop()
    const disk = readDisk(whole.server.databaseFile)
    const steps = Object.entries(after.stepMs).map(([step, ms]) =>
      told(
        `CPU of step ${step}`,
        'us/req',
        ((ms - before.stepMs[step as keyof typeof before.stepMs]) * 1000) / measured,
      ),
    )
    return report(
      'ingest',
      [...compare(wholeRounds, floorRounds), ...latency(latencies, halfLoad), ...steps, ...storage(disk, hits)],
      (text) => process.stdout.write(text),
    )
  } finally {
    for (const { server, load } of [whole, floor]) {
      await load.close()
      server.dispose()
    }
  }
}

async function target(mode: 'whole' | 'floor'): Promise<Target> {
  const server = await startServerProcess(mode)
  return { server, load: createLoad(server.url, server.publicKey), known: [] }
}

/** Compiles the hot paths, and makes the visitors who will come again. */
async function warmUp(
  load: Load,
  known: Plan[],
  requests: number,
  random: Random,
  hits: Hit[],
  keep: boolean,
): Promise<void> {
  const plans = Array.from({ length: requests }, (): Plan => ({ machine: aMachine(random), cookie: undefined }))
  const first = await load.flood(await load.prepare(plans, random))
  if (keep) hits.push(...first.hits)
  known.push(...first.hits)
}

function draw(known: readonly Plan[], count: number, newShare: number, random: Random): Plan[] {
  return Array.from({ length: count }, (): Plan => {
    const again = known[random.int(known.length)]
    return again && random.share() >= newShare ? again : { machine: aMachine(random), cookie: undefined }
  })
}

async function runRound(
  { server, load, known }: Target,
  requests: number,
  newShare: number,
  random: Random,
  hits?: Hit[],
): Promise<Round> {
  const shots = await load.prepare(draw(known, requests, newShare, random), random)
  const before = await server.usage()
  const { hits: answered, seconds } = await load.flood(shots)
  const after = await server.usage()
  hits?.push(...answered)
  const failed = answered.filter(({ status }) => status !== 200)
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${requests} requests failed, the first with ${failed[0]?.status}.`)
  return { perSecond: requests / seconds, cpuUsPerRequest: (after.cpuUs - before.cpuUs) / requests }
}

async function runHalfLoad(
  { load, known }: Target,
  count: number,
  perSecond: number,
  newShare: number,
  random: Random,
  hits: Hit[],
): Promise<number[]> {
  const answered = await load.steady(await load.prepare(draw(known, count, newShare, random), random), perSecond)
  hits.push(...answered)
  return answered.map(({ ms }) => ms)
}

function compare(whole: readonly Round[], floor: readonly Round[]): Result[] {
  const middle = (rounds: readonly Round[], of: keyof Round): number => median(rounds.map((round) => round[of]))
  return [
    againstReference(
      'whole identification beside the floor',
      'req/s',
      middle(whole, 'perSecond'),
      middle(floor, 'perSecond'),
      BAR.shareOfFloor,
      'higher',
    ),
    againstReference(
      'CPU of all threads beside the floor',
      'us/req',
      middle(whole, 'cpuUsPerRequest'),
      middle(floor, 'cpuUsPerRequest'),
      BAR.cpuOfFloor,
      'lower',
    ),
  ]
}

const latency = (ms: readonly number[], perSecond: number): Result[] => [
  told('half load', 'req/s', perSecond),
  told('p50 at half load', 'ms', quantile(ms, 0.5)),
  againstBar('p99 at half load', 'ms', quantile(ms, 0.99), BAR.p99Ms, 'lower'),
]

function storage({ visitorOf, ...disk }: DiskUse, hits: readonly Hit[]): Result[] {
  const wrong = hits.filter(({ requestId, visitorId }) => visitorOf.get(requestId) !== visitorId).length
  const fresh = new Set(hits.map(({ visitorId }) => visitorId)).size
  return [
    told('share of new visitors among all events', 'share', fresh / hits.length),
    told('bytes on disk', 'B/event', disk.bytesPerEvent),
    told('of them readings', 'B/event', disk.readingsBytes),
    told('of them the event', 'B/event', disk.eventBytes),
    told('of them observations', 'B/event', disk.observationsBytes),
    againstBar('stored events that differ from their answers', 'events', wrong, 0, 'lower'),
    againstBar('stored events beside answers', 'difference', Math.abs(disk.events - hits.length), 0, 'lower'),
  ]
}
