import { parseArgs } from 'node:util'
import { median, report, told } from '../report.ts'
import { readDisk } from './disk.ts'
import { beside, latency, newcomers, steps, storage } from './figures.ts'
import { createRandom } from './random.ts'
import { type Crowd, fullSpeed, type Round, startTarget, steadily } from './rounds.ts'

const HELP = `npm run bench -- ingest [--requests 4000] [--rounds 5] [--new 0.333] [--full]

Drives the whole identification and its floor (same HTTP server, same payloads opened and parsed, constant answer) from
a second process, in turns, and compares them. Every request has its own session and its own sealed body, made of what a
real Chromium sent. The first round of each warms up and makes the visitors who come again, and a
first one at half load lets the disk settle.

  --requests N   requests in a round
  --rounds N     rounds of each kind, and rounds at half load; the medians count
  --new SHARE    share of visitors whom nobody has seen before; the others come again with their cookies
  --full         20,000 requests a round, 9 rounds (some 15 minutes)
`

/** The load always comes in the same order. */
const SEED = 20_261_121

/** Whole-pipeline requests a second and processor time beside the floor, latency at half load, bytes on disk. */
export async function ingestBench(args: readonly string[]): Promise<boolean> {
  const flags = readFlags(args)
  if (flags === undefined) return true
  const { rounds, ...who } = flags
  const crowd: Crowd = { ...who, random: createRandom(SEED) }
  say(
    `load: ${rounds} rounds of ${crowd.requests} requests, ${crowd.newShare.toFixed(3)} of them new visitors, 32 connections`,
  )
  const floor = await startTarget('floor', crowd)
  const whole = await startTarget('whole', crowd)
  try {
    const floorRounds: Round[] = []
    const wholeRounds: Round[] = []
    const before = await whole.server.usage()
    for (let round = 1; round <= rounds; round++) {
      const reference = await fullSpeed(floor, crowd)
      const figure = await fullSpeed(whole, crowd)
      floorRounds.push(reference)
      wholeRounds.push(figure)
      say(`round ${round}: whole ${figure.perSecond.toFixed(0)} req/s, floor ${reference.perSecond.toFixed(0)} req/s`)
    }
    const after = await whole.server.usage()
    const perSecond = median(wholeRounds.map((round) => round.perSecond)) / 2
    // What the disk still owes for the rounds at full speed is not to be paid by those at half load.
    await steadily(whole, crowd, perSecond)
    const tails: number[][] = []
    const floorTails: number[][] = []
    for (let round = 1; round <= rounds; round++) {
      floorTails.push(await steadily(floor, crowd, perSecond))
      tails.push(await steadily(whole, crowd, perSecond))
    }
    await whole.server.stop()
    const results = [
      ...beside(wholeRounds, floorRounds),
      ...latency(tails, floorTails, perSecond),
      ...steps(before.stepMs, after.stepMs, rounds * crowd.requests),
      told('share of new visitors', 'share', newcomers(whole.hits.slice(crowd.requests))),
      told('resident memory', 'MB', after.rssBytes / 1e6),
      ...storage(readDisk(whole.server.databaseFile), whole.hits),
    ]
    return report('ingest', results, (text) => process.stdout.write(text))
  } finally {
    for (const { server, load } of [whole, floor]) {
      await load.close()
      server.dispose()
    }
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Undefined when only help was wanted. */
function readFlags(args: readonly string[]): (Omit<Crowd, 'random'> & { readonly rounds: number }) | undefined {
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
    return
  }
  const [requests, rounds] = values.full ? [20_000, 9] : [Number(values.requests), Number(values.rounds)]
  const newShare = Number(values.new)
  if (!(requests >= 100 && rounds >= 1 && newShare > 0 && newShare <= 1)) {
    throw new Error('--requests must be at least 100, --rounds at least 1, --new above 0 and at most 1.')
  }
  return { requests, rounds, newShare }
}
