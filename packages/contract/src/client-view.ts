import type { TracioEvent } from './event.ts'
import type { Finding } from './finding.ts'
import { type Products, toProducts } from './products.ts'
import type { ShownSignal } from './show-signals.ts'
import { ownVelocity } from './velocity-product.ts'

/** How much a browser may see, set per public key. */
export type AnswerLevel = 'id' | 'verdict' | 'full'

/** The answer to `POST /api/identify`. What the key's level hides is absent. */
export interface ClientView {
  readonly requestId: string
  readonly visitorId: string | null
  /** Only ever false: the store could not be written, so this event will not be found again. */
  readonly stored?: false
  readonly confidence?: number
  readonly visitorFound?: boolean
  readonly bot?: { readonly result: string; readonly type: string; readonly score: number; readonly reasons: string[] }
  readonly products?: Products
  readonly findings?: readonly Finding[]
  /** Every reading; level `full` only. */
  readonly signals?: readonly ShownSignal[]
  /** Sentences by reason code; level `full` only. */
  readonly words?: Readonly<Record<string, string>>
}

/** Reads an event as far as a browser may see it; `extended` asks for products, which level `id` never shows. */
export function toClientView(event: TracioEvent, level: AnswerLevel, extended: boolean): ClientView {
  const { requestId, identification, bot, findings } = event
  const id = { requestId, visitorId: identification.visitorId }
  if (level === 'id') return id
  const verdict = {
    ...id,
    confidence: identification.confidence,
    visitorFound: identification.found,
    bot: { ...bot, reasons: reasonsOf(findings) },
  }
  if (level !== 'full' && !extended) return verdict
  const { products } = toProducts(event)
  return level === 'full' ? { ...verdict, products, findings } : { ...verdict, products: withoutEvidence(products) }
}

const reasonsOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap((finding) => (finding.outcome === 'detected' ? finding.evidence.map(({ reason }) => reason) : []))

/**
 * Observed and expected values tell a forger what to mend, so pages get results and reason codes alone. Of the network they
 * get the answers, and neither who says so nor how much each list adds.
 */
function withoutEvidence(products: Products): Products {
  const { identification, botd, suspectScore, velocity, ipReputation } = products
  const silent = { evidence: [] }
  return {
    identification: { ...identification, data: { ...identification.data, explanation: [] } },
    botd: { ...botd, ...silent },
    suspectScore: { ...suspectScore, data: { ...suspectScore.data, parts: [] } },
    velocity: ownVelocity(velocity),
    vpn: { ...products.vpn, ...silent },
    proxy: { ...products.proxy, ...silent },
    tor: { ...products.tor, ...silent },
    relay: { ...products.relay, ...silent },
    datacenter: { ...products.datacenter, ...silent },
    residentialProxy: { ...products.residentialProxy, ...silent },
    ipBlocklist: { ...products.ipBlocklist, ...silent },
    ipReputation: { ...ipReputation, ...silent, data: { ...ipReputation.data, sources: [] } },
    timezoneMismatch: { ...products.timezoneMismatch, ...silent },
    ipLocation: { ...products.ipLocation, ...silent },
  }
}
