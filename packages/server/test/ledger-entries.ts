import type { EpochMs, RequestId, TracioEvent, VisitorId, WorkspaceId } from '@tracio/contract'
import type { VisitorChange } from '@tracio/engine'
import type { LedgerEntry, TokenUse } from '../src/ports/ledger.ts'
import { aWorkspace } from './directory-contract.ts'

export const KEY = '11'.repeat(16)
export const OTHER_KEY = '22'.repeat(16)

/** The change that makes a visitor. `holders`: how many had the key when it was looked up; null: it does not matter. */
export const create = (name: string, key: string | null = null, holders: number | null = 0): VisitorChange => ({
  kind: 'create',
  visitorId: name as VisitorId,
  expectHolders: holders,
  key,
})

/** The change of a visitor who came again. */
export const update = (
  name: string,
  revision: number,
  via: 'cookie' | 'frozen',
  key: string | null = null,
): VisitorChange => ({ kind: 'update', visitorId: name as VisitorId, expectRevision: revision, via, key })

export const token = (fill: number): TokenUse => ({ hash: Buffer.alloc(20, fill) })

interface Part {
  readonly change: VisitorChange
  readonly at?: number
  readonly token?: TokenUse
  readonly session?: number
  readonly body?: number
  readonly visitorId?: VisitorId | null
}

/** An entry with everything that a test does not care for filled in. */
export function anEntry(id: string, { change, at = 0, token, session = 0, body = 0, visitorId }: Part): LedgerEntry {
  const who = visitorId === undefined && change.kind !== 'none' ? change.visitorId : (visitorId ?? null)
  return {
    event: anEvent(id as RequestId, at as EpochMs, who),
    address: { asn: null, country: null, countryAsked: true, zoneFits: null },
    change,
    readings: { encoding: 1, bytes: Uint8Array.of(1, 2, 3) },
    observations: '{"seen":true}',
    sent: { session: Buffer.alloc(20, session), bodyHash: Buffer.alloc(16, body) },
    token: token ?? null,
  }
}

/** The same entry under another workspace. */
export const sameAs = (entry: LedgerEntry, workspace: string): LedgerEntry => ({
  ...entry,
  event: { ...entry.event, workspaceId: workspace as WorkspaceId },
})

function anEvent(requestId: RequestId, at: EpochMs, visitorId: VisitorId | null): TracioEvent {
  return {
    requestId,
    workspaceId: aWorkspace,
    at,
    phase: 'primary',
    revision: 1,
    engineVersion: '0.1.0',
    agentVersion: '0.1.0',
    environment: 'live',
    sealed: true,
    session: 'fresh',
    cookie: 'none',
    url: 'https://shop.example/login',
    linkedId: null,
    linkedIdType: null,
    linkedIdSigned: null,
    fields: {},
    fieldsRejected: 0,
    gpc: null,
    tag: null,
    ip: '192.0.2.1',
    userAgent: 'a browser',
    browser: { name: 'Chrome', version: '156.0' },
    os: null,
    device: 'desktop',
    identification: {
      kind: 'new',
      visitorId,
      found: false,
      confidence: 0.9,
      ambiguous: false,
      lookAlikes: 0,
      firstSeenAt: null,
      lastSeenAt: null,
      deviceHash: null,
      explanation: [],
    },
    velocity: { windows: {}, metrics: {}, suspicious: [] },
    bot: { result: 'human', type: '', score: 0 },
    findings: [],
    score: { suspectScore: 0, riskScore: 0, parts: [] },
    decision: { riskLevel: 'normal', action: 'allow', monitor: false },
  }
}
