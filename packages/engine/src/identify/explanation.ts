import type { ExplanationStep } from '@tracio/contract'

/** Every step that the matcher can take, with its sentence for people. Codes are API: they are never renamed. */
export const explanationReasons = {
  session_expired: 'The session had expired, so the payload may be old and nobody is identified by it.',
  session_replayed: 'Another payload came in this session before, so this one changes nothing that is stored.',
  cookie_known: 'The browser brought a cookie that was given to this visitor.',
  cookie_disputed: 'The cookie was given on a likeness, and then an older cookie of the same visitor came back.',
  cookie_unknown: 'The browser brought a cookie that belongs to nobody we know.',
  cookie_none: 'The browser brought no cookie.',
  cookie_cross_site: 'Page and server share no domain, so there can be no cookie.',
  frozen_unread: 'Too little of the hardware signals was read to look for likenesses.',
  frozen_nobody: 'Nobody known has these hardware signals.',
  frozen_single: 'Exactly one known visitor has these hardware signals.',
  frozen_several: 'Several known visitors have these hardware signals, and nothing tells them apart.',
  visitor_unstored: 'The store could not be written, so a new visitor could not be kept and has no id.',
  visitor_new: 'A new visitor id was given.',
} as const satisfies Record<string, string>

/** The code of a step. */
export type ExplanationReason = keyof typeof explanationReasons

/** A step and what was seen when it was taken. */
export const step = (reason: ExplanationReason, observed: string): ExplanationStep => ({ reason, observed })
