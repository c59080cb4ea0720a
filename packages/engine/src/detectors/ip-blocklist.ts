import type { Evidence, ListHit, ThreatKind } from '@tracio/contract'
import { defineDetector, detected } from '../detector.ts'
import { answerOfLists, answerOfRole } from '../network/answer-of-role.ts'
import { hitsOf, hitText } from '../network/list-hits.ts'

type Reason = 'operator_block' | (typeof reasonOf)[ThreatKind]

const reasonOf = {
  emailSpam: 'listed_email_spam',
  attackSource: 'listed_attack_source',
  malware: 'listed_malware',
  credentialStuffing: 'listed_credential_stuffing',
} as const satisfies Readonly<Record<ThreatKind, string>>

/**
 * How strongly each accusation speaks, 0 to 1: what controls malware or tries passwords does so today, spam comes from
 * infected homes. The operator's own word leaves no doubt. Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH: Readonly<Record<ThreatKind, number>> = {
  malware: 0.8,
  credentialStuffing: 0.7,
  attackSource: 0.6,
  emailSpam: 0.4,
}

const OPERATOR_STRENGTH = 1

/** A list that counts one source alone may repeat somebody's mistake: nine in ten of its addresses are such. */
const SINGLE_SOURCE_STRENGTH = 0.3

/** Lists of threats, or the operator's own, name the address. Not those of Tor and relays, which thousands share. */
export const ipBlocklist = defineDetector({
  id: 'ip_blocklist',
  category: 'ip',
  needs: ['ip', 'address'],
  reasons: {
    operator_block: 'The operator’s own list blocks the address.',
    listed_email_spam: 'The address is listed as a source of spam.',
    listed_attack_source: 'The address is listed as a source of attacks.',
    listed_malware: 'The address is listed as one that controls malware.',
    listed_credential_stuffing: 'The address is listed as one that tries passwords of others.',
  },
  detect({ ip, address }) {
    const { blockedBy } = address
    if (blockedBy) {
      const observed = hitText(blockedBy)
      return detected(OPERATOR_STRENGTH, { reason: 'operator_block', observed, expected: 'not blocked' })
    }
    const answer = answerOfRole(address, 'open', 'gateway', 'crawler')
    if (answer) return answer
    const found = hitsOf(ip, 'threat').flatMap((hit) => evidenceOf(hit))
    const [first, ...others] = found
    if (!first) return answerOfLists(ip, 'threat')
    return detected(
      Math.max(...found.map(({ strength }) => strength)),
      first.evidence,
      ...others.map(({ evidence }) => evidence),
    )
  },
})

function evidenceOf(hit: ListHit): readonly { readonly strength: number; readonly evidence: Evidence<Reason> }[] {
  if (hit.threat === undefined) return []
  const strength = hit.count === 1 ? SINGLE_SOURCE_STRENGTH : STRENGTH[hit.threat]
  return [
    { strength, evidence: { reason: reasonOf[hit.threat], observed: hitText(hit), expected: 'on no list of threats' } },
  ]
}
