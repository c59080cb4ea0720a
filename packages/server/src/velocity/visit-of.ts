import type { TracioEvent } from '@tracio/contract'
import type { Visit } from '../ports/counters.ts'

/** What an event is counted by. Where its address is has no source yet. */
export const visitOf = ({
  workspaceId,
  environment,
  at,
  session,
  identification: { visitorId, deviceHash },
  ip,
  linkedId,
  tag,
}: TracioEvent): Visit => ({
  workspaceId,
  environment,
  at,
  trusted: session === 'fresh',
  visitorId,
  ip,
  linkedId,
  tag,
  deviceHash,
  country: null,
})
