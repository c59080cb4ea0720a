import type { TracioEvent } from '@tracio/contract'
import { step } from './explanation.ts'

/**
 * An event as it may be told while it cannot be stored. A known visitor keeps the id. A new one has none: an id that
 * nobody remembers would be another at the next visit, which is worse than no id.
 */
export function unstored(event: TracioEvent): TracioEvent {
  const { identification } = event
  if (identification.kind !== 'new') return event
  return {
    ...event,
    identification: {
      ...identification,
      kind: 'none',
      visitorId: null,
      confidence: 0,
      explanation: [
        ...identification.explanation.filter(({ reason }) => reason !== 'visitor_new'),
        step('visitor_unstored', 'not stored'),
      ],
    },
  }
}
