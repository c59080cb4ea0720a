import type { TracioEvent } from './event.ts'
import { type IpLocation, ipLocation } from './ip-location.ts'
import type { ProductFrame } from './product-frame.ts'
import { toRfc3339 } from './to-rfc3339.ts'

/** `products.identification`. */
export type IdentificationProduct = ProductFrame & { readonly data: IdentificationData }

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
  readonly ipLocation: IpLocation
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

/** Who it was, how sure that is, and all that is known of the visit beside. */
export function identificationProduct(event: TracioEvent): IdentificationProduct {
  const { kind, found } = event.identification
  const data = identificationData(event)
  if (kind === 'none') return { status: 'unknown', evidence: [], missing: ['freshSession'], data }
  return { status: found ? 'detected' : 'clear', evidence: [], data }
}

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
    ipLocation: ipLocation(event),
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
