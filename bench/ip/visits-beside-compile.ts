import { createRandom } from '../ingest/random.ts'
import { type Crowd, drawShots, fullSpeed, shootSteadily, startTarget, steadily } from '../ingest/rounds.ts'

/** What is compiled beside visits. */
interface CompileLoad {
  readonly ranges: number
  readonly seed: number
  /** Gets a line after each round. */
  readonly say: (text: string) => void
}

/** Milliseconds of every visit, by round, from the moment it was due. */
export interface VisitTimes {
  /** Half of what the server takes at full speed. */
  readonly perSecond: number
  readonly calm: readonly (readonly number[])[]
  /** Each round begins with a compile. */
  readonly compiling: readonly (readonly number[])[]
  readonly compileMs: readonly number[]
}

const ROUNDS = 9

/** Enough to know what the server takes at full speed. */
const REQUESTS = 3000

/** Less than a compile takes, so that a round is all compile. */
const ROUND_S = 3

/** Rounds of visits at half load, in turn without and with a compile of lists in the server's own process. */
export async function visitsBesideCompile({ ranges, seed, say }: CompileLoad): Promise<VisitTimes> {
  const crowd: Crowd = { requests: REQUESTS, newShare: 1 / 3, random: createRandom(seed) }
  const target = await startTarget('whole', crowd)
  try {
    await target.server.drawLists(ranges)
    const perSecond = (await fullSpeed(target, crowd)).perSecond / 2
    const round: Crowd = { ...crowd, requests: Math.ceil(perSecond * ROUND_S) }
    // What the disk still owes for full speed is not to be paid by what is measured.
    await steadily(target, round, perSecond)
    const calm: number[][] = []
    const compiling: number[][] = []
    const compileMs: number[] = []
    for (let n = 1; n <= ROUNDS; n++) {
      calm.push(await steadily(target, round, perSecond))
      const shots = await drawShots(target, round)
      const [ms, tookMs] = await Promise.all([shootSteadily(target, shots, perSecond), target.server.compileLists()])
      compiling.push(ms)
      compileMs.push(tookMs)
      say(`round ${n}: compiled in ${(tookMs / 1000).toFixed(1)} s beside ${shots.length} visits`)
    }
    return { perSecond, calm, compiling, compileMs }
  } finally {
    await target.load.close()
    target.server.dispose()
  }
}
