import { createLoad, type Hit, type Load, type Plan, type Shot } from './load.ts'
import { aMachine } from './machines.ts'
import type { Random } from './random.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** A server under test with its driver, the visitors who can come again, and every answer it gave. */
export interface Target {
  readonly server: ServerProcess
  readonly load: Load
  readonly known: Plan[]
  readonly hits: Hit[]
}

/** A round at full speed. */
export interface Round {
  readonly perSecond: number
  readonly cpuUsPerRequest: number
}

/** Who comes in a round. */
export interface Crowd {
  readonly requests: number
  /** Share of visitors whom nobody has seen before. */
  readonly newShare: number
  readonly random: Random
}

/** Starts a server, compiles its hot paths, and makes the visitors who will come again. */
export async function startTarget(mode: 'whole' | 'floor', { requests, random }: Crowd): Promise<Target> {
  const server = await startServerProcess(mode)
  const load = createLoad(server.url, server.publicKey)
  const plans = Array.from({ length: requests }, (): Plan => ({ machine: aMachine(random), cookie: undefined }))
  const { hits } = await load.flood(await load.prepare(plans, random))
  return { server, load, known: [...hits], hits: [...hits] }
}

/** All requests of a crowd as fast as the server takes them. */
export async function fullSpeed({ server, load, known, hits }: Target, crowd: Crowd): Promise<Round> {
  const shots = await load.prepare(draw(known, crowd), crowd.random)
  const before = await server.usage()
  const { hits: answered, seconds } = await load.flood(shots)
  const after = await server.usage()
  hits.push(...answered)
  mustAllBeFine(answered)
  return { perSecond: shots.length / seconds, cpuUsPerRequest: (after.cpuUs - before.cpuUs) / shots.length }
}

/** The requests of a crowd at a steady rate; their milliseconds from the moment each was due. */
export async function steadily(target: Target, crowd: Crowd, perSecond: number): Promise<number[]> {
  return shootSteadily(target, await drawShots(target, crowd), perSecond)
}

/** Makes the requests of a crowd ready. */
export const drawShots = ({ load, known }: Target, crowd: Crowd): Promise<Shot[]> =>
  load.prepare(draw(known, crowd), crowd.random)

/**
 * As `steadily`, with requests that are ready: for whoever does something else meanwhile. What making them ready left
 * behind is collected before.
 */
export async function shootSteadily(
  { load, hits }: Target,
  shots: readonly Shot[],
  perSecond: number,
): Promise<number[]> {
  globalThis.gc?.()
  const answered = await load.steady(shots, perSecond)
  hits.push(...answered)
  mustAllBeFine(answered)
  return answered.map(({ ms }) => ms)
}

function draw(known: readonly Plan[], { requests, newShare, random }: Crowd): Plan[] {
  return Array.from({ length: requests }, (): Plan => {
    const again = known[random.int(known.length)]
    return again && random.share() >= newShare ? again : { machine: aMachine(random), cookie: undefined }
  })
}

function mustAllBeFine(hits: readonly Hit[]): void {
  const failed = hits.filter(({ status }) => status !== 200)
  const [first] = failed
  if (first) throw new Error(`${failed.length} of ${hits.length} requests failed, the first with ${first.status}.`)
}
