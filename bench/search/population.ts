import type { BotVerdict, Decision, EpochMs, RequestId, TracioEvent, VisitorId, WorkspaceId } from '@tracio/contract'
import type { AddressFacts } from '../../packages/server/src/ports/ledger.ts'
import { createRandom, type Random } from '../ingest/random.ts'

/** Who is in the store: everything follows from the seed, so that queries can ask for what is there. */
export const SEED = 20_261_121

/** Visitors for each event: some 300,000 to a million events. */
const VISITORS_PER_EVENT = 0.3

/** The last event's time, and how long before it the first came. */
export const END_AT = Date.UTC(2026, 10, 20)
export const SPAN_MS = 30 * 86_400_000

/** The workspace that is searched, and another that has every fifth visitor. */
export const WORKSPACES = ['ws_benchbenchbench0', 'ws_benchbenchbench1'] as const
export const PUBLIC_KEY = `tracio_pk_${'be'.repeat(20)}`
export const API_SECRET = `tracio_sk_${'bench000'.repeat(6)}`

/** A population of a size. */
export interface Population {
  readonly events: number
  readonly visitors: number
}

/** The population that makes so many events. */
export const populationOf = (events: number): Population => ({
  events,
  visitors: Math.ceil(events * VISITORS_PER_EVENT),
})

/** Which workspace a visitor belongs to. */
export const workspaceOf = (visitor: number): number => (visitor % 5 === 0 ? 1 : 0)

export const visitorId = (visitor: number): VisitorId => `bench${String(visitor).padStart(11, '0')}` as VisitorId
export const linkedId = (visitor: number): string => `user_${visitor}`

/** Some visitors share an address; two thirds have one of their own. */
export const address = (visitor: number): string => {
  const host = Math.floor(visitor * 0.66)
  return `10.${(host >> 16) & 255}.${(host >> 8) & 255}.${host & 255}`
}

/** Most are at home, one in fifty is somewhere rare. */
export const country = (visitor: number): string => (visitor % 50 === 7 ? 'IS' : visitor % 5 < 4 ? 'CZ' : 'DE')

/** A hundred networks; the number falls with the square, as it does among access networks. */
export const asn = (visitor: number): number => 64_512 + Math.floor(100 * ((visitor % 1009) / 1009) ** 2)

/** A third of the devices are like another one. */
export const deviceHash = (visitor: number): string =>
  Math.floor(visitor * 0.66)
    .toString(16)
    .padStart(32, '0')

/** Few visitors come often and many come once: the square favours the first. */
export const drawVisitor = (random: Random, { visitors }: Population): number =>
  Math.floor(visitors * random.share() ** 2)

/** Names with their shares, the rest for the last. */
const browsers = [
  ['Chrome', 0.66],
  ['Safari', 0.18],
  ['Edge', 0.06],
  ['Firefox', 0.04],
  ['Samsung Internet', 0.06],
] as const
const systems = [
  ['Windows', 0.4],
  ['Android', 0.3],
  ['iOS', 0.15],
  ['macOS', 0.1],
  ['Linux', 0.05],
] as const

function draw<T>(random: Random, table: readonly (readonly [T, number])[]): T | undefined {
  let left = random.share()
  for (const [value, share] of table) {
    left -= share
    if (left < 0) return value
  }
  return table.at(-1)?.[0]
}

/** What the engine says in how many cases. */
const judgements: readonly (readonly [{ bot: BotVerdict; riskScore: number; decision: Decision }, number])[] = [
  judged('bot', 'headless', 81, 'critical', 'deny', 0.02),
  judged('uncertain', 'unknown', 12, 'low', 'allow', 0.01),
  judged('human', '', 65, 'high', 'review', 0.005),
  judged('human', '', 35, 'medium', 'challenge', 0.05),
  judged('human', '', 11, 'low', 'allow', 0.3),
  judged('human', '', 0, 'normal', 'allow', 1),
]

function judged(
  result: BotVerdict['result'],
  type: string,
  riskScore: number,
  riskLevel: Decision['riskLevel'],
  action: Decision['action'],
  share: number,
) {
  const decision = { riskLevel, action, monitor: riskLevel === 'low' }
  return [{ bot: { result, type, score: result === 'bot' ? 0.95 : 0.02 }, riskScore, decision }, share] as const
}

/** One answer about the network: found with this share, else ruled out. */
const answer = (random: Random, share: number) =>
  random.share() < share
    ? ({ status: 'detected', result: true } as const)
    : ({ status: 'clear', result: false } as const)

/** One event, with the visitor to whom it belongs; null: the session identified nobody. */
export interface Drawn {
  readonly event: TracioEvent
  readonly address: AddressFacts
  readonly visitor: number | null
}

/** The events of a population in the order of time, made of one that the real engine judged. */
export function* drawEvents(population: Population, base: TracioEvent): Generator<Drawn> {
  const random = createRandom(SEED)
  const seen = new Set<number>()
  for (let i = 0; i < population.events; i++) {
    const visitor = drawVisitor(random, population)
    const at = END_AT - SPAN_MS + Math.floor((i / population.events) * SPAN_MS)
    const isNew = !seen.has(visitor)
    seen.add(visitor)
    const { bot, riskScore, decision } = draw(random, judgements) ?? {
      bot: base.bot,
      riskScore: 0,
      decision: base.decision,
    }
    const session =
      draw(random, [
        ['fresh', 0.992],
        ['replayed', 0.005],
        ['expired', 1],
      ] as const) ?? 'fresh'
    const isSomebody = session !== 'expired'
    const os = draw(random, systems)
    yield {
      visitor: isSomebody ? visitor : null,
      address: { asn: asn(visitor), country: country(visitor), countryAsked: true, zoneFits: true },
      event: {
        ...base,
        requestId: `${Math.floor(at / 1000)}_${i.toString(36).padStart(12, '0')}` as RequestId,
        workspaceId: WORKSPACES[workspaceOf(visitor) === 1 ? 1 : 0] as WorkspaceId,
        at: at as EpochMs,
        session,
        environment: random.share() < 0.01 ? 'test' : 'live',
        linkedId: visitor % 5 < 3 ? linkedId(visitor) : null,
        tag:
          draw(random, [
            ['login', 0.3],
            ['checkout', 0.05],
            [null, 1],
          ] as const) ?? null,
        ip: address(visitor),
        browser: { name: draw(random, browsers) ?? '', version: '156.0' },
        os: { name: os ?? '', version: '' },
        device: os === 'Android' || os === 'iOS' ? 'mobile' : 'desktop',
        identification: {
          ...base.identification,
          kind: !isSomebody ? 'none' : isNew ? 'new' : 'cookie',
          visitorId: isSomebody ? visitorId(visitor) : null,
          found: isSomebody && !isNew,
          deviceHash: deviceHash(visitor),
        },
        network: {
          ...base.network,
          vpn: { ...base.network.vpn, ...answer(random, 0.04) },
          tor: answer(random, 0.001),
          datacenter: { ...base.network.datacenter, ...answer(random, 0.05) },
        },
        bot,
        score: { ...base.score, riskScore },
        decision,
      },
    }
  }
}
