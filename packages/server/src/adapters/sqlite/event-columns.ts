import type { SQLInputValue } from 'node:sqlite'
import type { TracioEvent } from '@tracio/contract'
import { networkBits } from './network-flags.ts'

/** The columns by which events are searched, and what each holds of an event. */
const columns = {
  environment: ({ environment }) => environment,
  session_state: ({ session }) => session,
  revision: ({ revision }) => revision,
  match_kind: ({ identification }) => identification.kind,
  ip: ({ ip }) => ip,
  linked_id: ({ linkedId }) => linkedId,
  tag: ({ tag }) => tag,
  device_hash: ({ identification: { deviceHash } }) => (deviceHash === null ? null : Buffer.from(deviceHash, 'hex')),
  browser: ({ browser }) => browser?.name ?? null,
  os: ({ os }) => os?.name ?? null,
  device: ({ device }) => device,
  bot_result: ({ bot }) => bot.result,
  bot_type: ({ bot }) => bot.type,
  risk_score: ({ score }) => score.riskScore,
  risk_level: ({ decision }) => decision.riskLevel,
  action: ({ decision }) => decision.action,
  network: ({ network }) => networkBits(network),
} satisfies Readonly<Record<string, (event: TracioEvent) => SQLInputValue>>

/** Their names, in the order of `eventColumnValues`. */
export const eventColumnNames: readonly string[] = Object.keys(columns)

/** What they hold of one event. */
export const eventColumnValues = (event: TracioEvent): SQLInputValue[] =>
  Object.values(columns).map((column) => column(event))
