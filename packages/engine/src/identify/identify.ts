import type { ExplanationStep, Identification } from '@tracio/contract'
import type { Observations } from '../observations.ts'
import type { Prepared } from '../prepare.ts'
import type { KnownVisitor } from './candidates.ts'
import { AMBIGUOUS, cookieConfidence, frozenConfidence, NEW } from './confidence.ts'
import { step } from './explanation.ts'
import type { VisitorChange } from './visitor-change.ts'

/** Who it is, and what has to be written about it. */
export interface Identified {
  readonly identification: Identification
  readonly change: VisitorChange
}

type Known = Pick<Observations, 'candidates' | 'minted' | 'request'>

/**
 * The first matcher: a valid cookie, else the one visitor with the same frozen key, else somebody new. Only a fresh
 * session creates or changes visitors, because an old payload proves nothing about who sends it now.
 */
export function identify(known: Known, prepared: Prepared): Identified {
  const { session } = known.request
  if (session === 'expired') return nobody(prepared, [step('session_expired', session)])
  const match = recognised(known, prepared)
  if (session === 'replayed') return unchanged(match, prepared)
  return match.visitor ? returning(match, match.visitor, prepared) : somebodyNew(match, known, prepared)
}

/** What the candidates say, before the session has its word. */
type Match = { readonly steps: readonly ExplanationStep[]; readonly holders: readonly KnownVisitor[] } & (
  | { readonly kind: 'cookie' | 'frozen'; readonly visitor: KnownVisitor }
  | { readonly kind: 'disputed' | 'several' | 'nobody'; readonly visitor?: never }
)

function recognised({ candidates, request }: Known, { frozenKey, frozenRead }: Prepared): Match {
  const { cookie } = candidates
  const holders = frozenKey === null ? [] : candidates.frozen
  if (cookie && !cookie.disputed) {
    return { kind: 'cookie', visitor: cookie, holders, steps: [step('cookie_known', visits(cookie))] }
  }
  if (cookie) return { kind: 'disputed', holders, steps: [step('cookie_disputed', visits(cookie))] }

  const steps = [withoutCookie(request.cookie)]
  if (frozenKey === null) {
    return { kind: 'nobody', holders, steps: [...steps, step('frozen_unread', `${frozenRead} signals read`)] }
  }
  const [only, another] = holders
  if (!only) return { kind: 'nobody', holders, steps: [...steps, step('frozen_nobody', frozenKey)] }
  if (another)
    return { kind: 'several', holders, steps: [...steps, step('frozen_several', `${holders.length} visitors`)] }
  return { kind: 'frozen', visitor: only, holders, steps: [...steps, step('frozen_single', visits(only))] }
}

function withoutCookie(state: Observations['request']['cookie']): ExplanationStep {
  if (state === 'cross_site') return step('cookie_cross_site', state)
  // `known` without an owner: the visitor was deleted between the two reads.
  return state === 'none' ? step('cookie_none', state) : step('cookie_unknown', state)
}

const visits = (visitor: KnownVisitor): string =>
  visitor.visits === 1 ? '1 visit before' : `${visitor.visits} visits before`

function returning(
  match: Match & { kind: 'cookie' | 'frozen' },
  visitor: KnownVisitor,
  prepared: Prepared,
): Identified {
  const { visitorId, revision, firstSeenAt, lastSeenAt } = visitor
  return {
    identification: {
      kind: match.kind,
      visitorId,
      found: true,
      confidence: match.kind === 'cookie' ? cookieConfidence(visitor.visits) : frozenConfidence(prepared.frozenRead),
      ambiguous: false,
      lookAlikes: match.holders.filter((holder) => holder.visitorId !== visitorId).length,
      firstSeenAt,
      lastSeenAt,
      deviceHash: prepared.frozenKey,
      explanation: match.steps,
    },
    change: { kind: 'update', visitorId, expectRevision: revision, via: match.kind, key: prepared.frozenKey },
  }
}

function somebodyNew(match: Match, { minted }: Known, { frozenKey }: Prepared): Identified {
  const { visitorId } = minted
  const ambiguous = match.kind === 'several'
  return {
    identification: {
      kind: 'new',
      visitorId,
      found: false,
      confidence: ambiguous ? AMBIGUOUS : NEW,
      ambiguous,
      lookAlikes: match.holders.length,
      firstSeenAt: null,
      lastSeenAt: null,
      deviceHash: frozenKey,
      explanation: [...match.steps, step('visitor_new', visitorId)],
    },
    // Only "nobody holds this key" can turn into another answer: one more among several changes nothing, and the owner
    // of a disputed cookie is new whoever holds the key.
    change: {
      kind: 'create',
      visitorId,
      expectHolders: frozenKey && match.kind === 'nobody' ? 0 : null,
      key: frozenKey,
    },
  }
}

/** A replay may be told whom it resembles; it leaves no trace. */
function unchanged(match: Match, prepared: Prepared): Identified {
  const steps = [step('session_replayed', 'replayed'), ...match.steps]
  if (!match.visitor) return nobody(prepared, steps)
  const { identification } = returning(match, match.visitor, prepared)
  return { identification: { ...identification, explanation: steps }, change: { kind: 'none' } }
}

const nobody = ({ frozenKey }: Prepared, explanation: readonly ExplanationStep[]): Identified => ({
  identification: {
    kind: 'none',
    visitorId: null,
    found: false,
    confidence: 0,
    ambiguous: false,
    lookAlikes: 0,
    firstSeenAt: null,
    lastSeenAt: null,
    deviceHash: frozenKey,
    explanation,
  },
  change: { kind: 'none' },
})
