import type { Evidence } from '@tracio/contract'
import { cannotTell, clear, defineDetector, detected } from '../detector.ts'
import { answerOfRole } from '../network/answer-of-role.ts'
import { type ForeignHeader, proxyTrail } from '../network/proxy-trail.ts'

/**
 * Whoever says to be a proxy is one, and hides little: schools, companies and carriers have such. Chosen by hand, November
 * 2026; revisit with the corpus.
 */
const STRENGTH = 0.4

const reasonOf = {
  via: 'proxy_via',
  forwarded: 'proxy_forwarded',
  'x-forwarded-for': 'proxy_forwarded_for',
  'proxy-connection': 'proxy_connection',
} as const satisfies Readonly<Record<ForeignHeader['name'], string>>

type Reason = (typeof reasonOf)[ForeignHeader['name']]

/** A proxy that is none of the operator's has put its name into the request. */
export const proxyHeaders = defineDetector({
  id: 'proxy_headers',
  category: 'ip',
  needs: ['requestIp', 'requestHeaders', 'ip', 'address'],
  reasons: {
    proxy_via: 'A proxy that is none of the operator’s names itself in the header Via.',
    proxy_forwarded: 'A proxy that is none of the operator’s names in Forwarded whom it speaks for.',
    proxy_forwarded_for: 'A proxy that is none of the operator’s names in X-Forwarded-For whom it speaks for.',
    proxy_connection: 'The request has a header that clients send to proxies.',
  },
  detect({ requestIp, requestHeaders, ip, address }) {
    const answer = answerOfRole(address, 'open', 'relay', 'tor', 'crawler')
    if (answer) return answer
    const [first, ...others] = proxyTrail(requestHeaders, requestIp).map(
      ({ name, value }): Evidence<Reason> => ({ reason: reasonOf[name], observed: value, expected: `no ${name}` }),
    )
    if (!first) return clear
    // A network that delivers pages is the operator's own more likely than a visitor's, and not told to the server yet.
    return ip.network?.class === 'cdn' ? cannotTell('trusted_proxies') : detected(STRENGTH, first, ...others)
  },
})
