import type { Evidence } from '@tracio/contract'
import { cannotTell, clear, defineDetector, detected } from '../detector.ts'
import { answerOfRole } from '../network/answer-of-role.ts'
import { type ProxyClaim, proxyClaims } from '../network/proxy-claims.ts'

/**
 * Whoever says to be a proxy is one, and hides little: schools, companies and carriers have such. Chosen by hand, November
 * 2026; revisit with the corpus.
 */
const STRENGTH = 0.4

const reasonOf = {
  name: 'proxy_names_itself',
  address: 'proxy_names_client',
  client: 'proxy_told_to_client',
} as const satisfies Readonly<Record<ProxyClaim['kind'], string>>

type Reason = (typeof reasonOf)[ProxyClaim['kind']]

/** A proxy that is none of the operator's has put its name, or its client's address, into the request. */
export const proxyHeaders = defineDetector({
  id: 'proxy_headers',
  category: 'ip',
  needs: ['proxyHeaders', 'requestIp', 'ip', 'address'],
  reasons: {
    proxy_names_itself: 'A proxy that is none of the operator’s names itself in a header.',
    proxy_names_client: 'A proxy that is none of the operator’s names the address that it speaks for.',
    proxy_told_to_client: 'The request has a header that clients send to proxies.',
  },
  detect({ proxyHeaders: headers, requestIp, ip, address }) {
    const answer = answerOfRole(address, 'open', 'relay', 'tor', 'crawler')
    if (answer) return answer
    const [first, ...others] = proxyClaims(headers, requestIp).map(
      ({ header, kind, value }): Evidence<Reason> => ({
        reason: reasonOf[kind],
        observed: `${header}: ${value}`,
        expected: `no ${header}, or the operator’s own`,
      }),
    )
    if (!first) return clear
    // A network that delivers pages is the operator's own more likely than a visitor's, and not told to the server yet.
    return ip.network?.class === 'cdn' ? cannotTell('trusted_proxies') : detected(STRENGTH, first, ...others)
  },
})
