import type { BotVerdict, TracioEvent } from './event.ts'
import type { Evidence, Finding } from './finding.ts'
import { type VelocityProduct, velocityProduct } from './velocity-product.ts'

/** How sure a product is of its own answer. `result` is false when unknown. */
export interface ProductFrame {
  readonly status: 'detected' | 'clear' | 'unknown'
  readonly evidence: readonly Evidence[]
  /** What was missing; only for `unknown`. */
  readonly missing?: readonly string[]
}

/** The event by product: `GET /api/v1/events/:requestId` and the browser's answer with `extendedResult`. */
export interface ProductsView {
  readonly requestId: string
  readonly visitorId: string | null
  readonly products: Products
}

/** The products delivered so far. One that is not delivered yet is absent. */
export interface Products {
  readonly identification: ProductFrame & { readonly data: IdentificationData }
  readonly botd: ProductFrame & { readonly data: BotdData }
  readonly suspectScore: ProductFrame & { readonly data: SuspectScoreData }
  readonly velocity: VelocityProduct
}

/** `products.identification.data`. Times are RFC 3339 UTC. */
export interface IdentificationData {
  readonly result: boolean
  readonly requestId: string
  readonly visitorId: string | null
  readonly visitorFound: boolean
  readonly confidence: { readonly score: number }
  readonly ambiguous: boolean
  readonly lookAlikes: number
  readonly timestamp: string
  /** `late` once a late payload has added to the event. */
  readonly phase: TracioEvent['phase']
  /** 1 at first; every amendment counts up. */
  readonly revision: number
  readonly firstSeenAt: string | null
  readonly lastSeenAt: string | null
  readonly deviceHash: string | null
  readonly linkedId: string | null
  readonly linkedIdType: TracioEvent['linkedIdType']
  readonly linkedIdSigned: boolean | null
  readonly tag: string | null
  readonly fields: TracioEvent['fields']
  readonly fieldsRejected: number
  readonly gpc: boolean | null
  readonly url: string | null
  readonly ip: string
  readonly userAgent: string
  readonly browser: TracioEvent['browser']
  readonly os: TracioEvent['os']
  readonly device: TracioEvent['device']
  readonly environment: TracioEvent['environment']
  readonly sealed: boolean
  readonly replayed: boolean
  readonly session: TracioEvent['session']
  readonly cookie: TracioEvent['cookie']
  readonly explanation: TracioEvent['identification']['explanation']
}

/** `products.botd.data`; `bot.result` speaks the vendor's vocabulary. */
export interface BotdData {
  readonly result: boolean
  readonly bot: { readonly result: 'bad' | 'notDetected'; readonly type: string; readonly score: number }
  readonly verdict: BotVerdict['result']
}

/** `products.suspectScore.data`; `result` is the final integer. */
export interface SuspectScoreData {
  readonly result: number
  readonly suspectScore: number
  readonly riskLevel: TracioEvent['decision']['riskLevel']
  readonly action: TracioEvent['decision']['action']
  readonly monitor: boolean
  readonly parts: TracioEvent['score']['parts']
}

/** Reads an event as products. */
export function toProducts(event: TracioEvent): ProductsView {
  const { requestId, identification, bot, findings, score } = event
  return {
    requestId,
    visitorId: identification.visitorId,
    products: {
      identification: {
        ...(identification.kind === 'none'
          ? { status: 'unknown', evidence: [], missing: ['freshSession'] }
          : { status: identification.found ? 'detected' : 'clear', evidence: [] }),
        data: identificationData(event),
      },
      botd: {
        ...frameOf(
          findings.filter(({ detector }) => BOT_DETECTORS.has(detector)),
          bot.result,
        ),
        data: {
          result: bot.result === 'bot',
          bot: { result: bot.result === 'bot' ? 'bad' : 'notDetected', type: bot.type, score: bot.score },
          verdict: bot.result,
        },
      },
      suspectScore: {
        status: score.riskScore > 0 ? 'detected' : 'clear',
        evidence: [],
        data: { result: score.riskScore, suspectScore: score.suspectScore, ...event.decision, parts: score.parts },
      },
      velocity: velocityProduct(event),
    },
  }
}

/** The detectors whose findings speak for or against a bot. */
export const BOT_DETECTORS: ReadonlySet<string> = new Set(['webdriver_flag', 'headless_markers', 'engine_mismatch'])

function identificationData(event: TracioEvent): IdentificationData {
  const { identification } = event
  return {
    result: identification.found,
    requestId: event.requestId,
    visitorId: identification.visitorId,
    visitorFound: identification.found,
    confidence: { score: identification.confidence },
    ambiguous: identification.ambiguous,
    lookAlikes: identification.lookAlikes,
    timestamp: toRfc3339(event.at),
    phase: event.phase,
    revision: event.revision,
    firstSeenAt: identification.firstSeenAt === null ? null : toRfc3339(identification.firstSeenAt),
    lastSeenAt: identification.lastSeenAt === null ? null : toRfc3339(identification.lastSeenAt),
    deviceHash: identification.deviceHash,
    linkedId: event.linkedId,
    linkedIdType: event.linkedIdType,
    linkedIdSigned: event.linkedIdSigned,
    tag: event.tag,
    fields: event.fields,
    fieldsRejected: event.fieldsRejected,
    gpc: event.gpc,
    url: event.url,
    ip: event.ip,
    userAgent: event.userAgent,
    browser: event.browser,
    os: event.os,
    device: event.device,
    environment: event.environment,
    sealed: event.sealed,
    replayed: event.session === 'replayed',
    session: event.session,
    cookie: event.cookie,
    explanation: identification.explanation,
  }
}

function frameOf(findings: readonly Finding[], verdict: BotVerdict['result']): ProductFrame {
  const evidence = findings.flatMap((finding) => (finding.outcome === 'detected' ? finding.evidence : []))
  if (verdict === 'bot') return { status: 'detected', evidence }
  if (verdict === 'human') return { status: 'clear', evidence }
  const missing = findings.flatMap((finding) => (finding.outcome === 'unknown' ? finding.missing : []))
  return { status: 'unknown', evidence, missing: [...new Set(missing)] }
}

/** RFC 3339 UTC with milliseconds. */
export const toRfc3339 = (at: number): string => new Date(at).toISOString()
