import { type TracioEvent, toFlat, toProducts, toRfc3339 } from '@tracio/contract'
import type { EventForm, EventPage, SerializedPage } from '../ports/event-search.ts'

const forms: Readonly<Record<EventForm, (event: TracioEvent) => unknown>> = {
  flat: toFlat,
  // Readers of a history look for the time there.
  visit: (event) => ({ ...toProducts(event), timestamp: event.at, time: toRfc3339(event.at) }),
}

const encoder = new TextEncoder()

/** Puts the events of a page in their form and serializes them. The bytes have a buffer of their own, to be handed on. */
export function serializePage({ events, next }: EventPage, form: EventForm): SerializedPage {
  const json = JSON.stringify(events.map(forms[form]))
  return { events: encoder.encode(json), lastAt: events.at(-1)?.at ?? null, next }
}
