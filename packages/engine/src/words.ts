import type { TracioEvent } from '@tracio/contract'
import { detectors } from './detectors/index.ts'
import { explanationReasons } from './identify/explanation.ts'
import { standingReasons } from './network/address-standing.ts'

/** Every reason code with its sentence for people. Codes are API; sentences may be written better. */
export const sentences: ReadonlyMap<string, string> = new Map([
  ...detectors.flatMap(({ reasons }) => Object.entries<string>(reasons)),
  ...Object.entries(explanationReasons),
  ...Object.entries(standingReasons),
])

/** The sentences behind the reason codes that an event carries. */
export function words(event: TracioEvent): Readonly<Record<string, string>> {
  const reasons = [
    ...event.identification.explanation.map(({ reason }) => reason),
    ...(event.network.because === null ? [] : [event.network.because.reason]),
    ...event.findings.flatMap((finding) =>
      finding.outcome === 'detected' ? finding.evidence.map(({ reason }) => reason) : [],
    ),
  ]
  return Object.fromEntries(
    reasons.flatMap((reason) => {
      const sentence = sentences.get(reason)
      return sentence === undefined ? [] : [[reason, sentence]]
    }),
  )
}
