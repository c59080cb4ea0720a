import { againstBar, againstReference, median, quantile, type Result, told } from '../report.ts'
import type { DiskUse } from './disk.ts'
import type { Hit } from './load.ts'
import type { Round } from './rounds.ts'

/** What the first matcher has to reach; the bar of processor time is the reciprocal of the rate's. */
const BAR = { shareOfFloor: 0.4, cpuOfFloor: 1 / 0.4, p99Ms: 10 } as const

/** The whole identification beside its floor: medians of the rounds. */
export function beside(whole: readonly Round[], floor: readonly Round[]): Result[] {
  const middle = (rounds: readonly Round[], of: keyof Round): number => median(rounds.map((round) => round[of]))
  const [rate, floorRate] = [middle(whole, 'perSecond'), middle(floor, 'perSecond')]
  const [cpu, floorCpu] = [middle(whole, 'cpuUsPerRequest'), middle(floor, 'cpuUsPerRequest')]
  return [
    againstReference('whole identification beside the floor', 'req/s', rate, floorRate, BAR.shareOfFloor, 'higher'),
    againstReference('CPU of all threads beside the floor', 'us/req', cpu, floorCpu, BAR.cpuOfFloor, 'lower'),
  ]
}

/**
 * Latency at half load: medians of the rounds, and beside them the worst round's tail and the floor's at the same rate, which
 * tells what the machine alone makes of it.
 */
export function latency(
  rounds: readonly (readonly number[])[],
  floorRounds: readonly (readonly number[])[],
  perSecond: number,
): Result[] {
  const of = (share: number, all = rounds): number[] => all.map((ms) => quantile(ms, share))
  return [
    told('half load', 'req/s', perSecond),
    told('p50 at half load', 'ms', median(of(0.5))),
    againstBar('p99 at half load', 'ms', median(of(0.99)), BAR.p99Ms, 'lower'),
    told('p99 at half load, worst round', 'ms', Math.max(...of(0.99))),
    told('p99 of the floor at that load', 'ms', median(of(0.99, floorRounds))),
    told('p99 of the floor at that load, worst round', 'ms', Math.max(...of(0.99, floorRounds))),
  ]
}

/** Microseconds that each step took of a request. */
export function steps(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  requests: number,
): Result[] {
  return Object.entries(after).map(([step, ms]) =>
    told(`CPU of step ${step}`, 'us/req', ((ms - (before[step] ?? 0)) * 1000) / requests),
  )
}

/** Share of the answers that named a visitor whom nobody had seen before. */
export const newcomers = (hits: readonly Hit[]): number => hits.filter(({ found }) => !found).length / hits.length

/** Bytes on disk, and whether every answer stands in the store as it was given. */
export function storage({ visitorOf, ...disk }: DiskUse, hits: readonly Hit[]): Result[] {
  const wrong = hits.filter(({ requestId, visitorId }) => visitorOf.get(requestId) !== visitorId).length
  return [
    told('bytes on disk', 'B/event', disk.bytesPerEvent),
    told('of them readings', 'B/event', disk.readingsBytes),
    told('of them the event', 'B/event', disk.eventBytes),
    told('of them observations', 'B/event', disk.observationsBytes),
    againstBar('answers that differ from the stored event', 'events', wrong, 0, 'lower'),
    againstBar('stored events more or fewer than answers', 'events', Math.abs(disk.events - hits.length), 0, 'lower'),
  ]
}
