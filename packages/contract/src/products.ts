import type { BotVerdict, TracioEvent } from './event.ts'
import type { Finding } from './finding.ts'
import { type IdentificationProduct, identificationProduct } from './identification-product.ts'
import { type NetworkProducts, networkProducts } from './network-products.ts'
import type { ProductFrame } from './product-frame.ts'
import { type VelocityProduct, velocityProduct } from './velocity-product.ts'

/** The event by product: `GET /api/v1/events/:requestId` and the browser's answer with `extendedResult`. */
export interface ProductsView {
  readonly requestId: string
  readonly visitorId: string | null
  readonly products: Products
}

/** The products delivered so far. One that is not delivered yet is absent. */
export interface Products extends NetworkProducts {
  readonly identification: IdentificationProduct
  readonly botd: ProductFrame & { readonly data: BotdData }
  readonly suspectScore: ProductFrame & { readonly data: SuspectScoreData }
  readonly velocity: VelocityProduct
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
      identification: identificationProduct(event),
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
      ...networkProducts(event),
    },
  }
}

/** The detectors whose findings speak for or against a bot. */
export const BOT_DETECTORS: ReadonlySet<string> = new Set(['webdriver_flag', 'headless_markers', 'engine_mismatch'])

function frameOf(findings: readonly Finding[], verdict: BotVerdict['result']): ProductFrame {
  const evidence = findings.flatMap((finding) => (finding.outcome === 'detected' ? finding.evidence : []))
  if (verdict === 'bot') return { status: 'detected', evidence }
  if (verdict === 'human') return { status: 'clear', evidence }
  const missing = findings.flatMap((finding) => (finding.outcome === 'unknown' ? finding.missing : []))
  return { status: 'unknown', evidence, missing: [...new Set(missing)] }
}
