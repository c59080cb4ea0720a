import { gatherCandidates } from '../gather-candidates.ts'
import { type Source, unavailable } from '../source.ts'

/** Chromium 156 ends after 130 to 210 ms, later in its first seconds; Firefox 153 after 5 to 270 (November 2026). */
const GATHER_MS = 500

/** More than a machine with many networks offers. */
const CANDIDATES_MAX = 32

/**
 * Addresses outside of the blocks of version 4 in which lie the networks that are nobody else's, and much that is public: rather
 * too few addresses are sent than one too many. All that is routed of version 6 is in 2000::/3.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/ipv6-address-space, November 2026.
 */
const PUBLIC = /^(?!(0|10|100|127|169|172|192|198|203|2[2-5]\d)\.)[\d.]+$|^[23][\da-f]{3}:/i

/**
 * The shape of what the browser would offer in a call: of each candidate its kind, transport and address. No server is
 * asked. Addresses are sent when they are public; of those of a private network only the sort.
 *
 * Spec: https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface, https://www.rfc-editor.org/rfc/rfc8839#section-5.1
 * Absent: where WebRTC is missing or switched off (WebKitGTK, hardened Firefox, some extensions).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const iceCandidates: Source<'iceCandidates'> = async (g) => {
  const gathered = await gatherCandidates(g, [], GATHER_MS)
  if (!gathered) return unavailable
  const candidates = gathered.candidates.slice(0, CANDIDATES_MAX).map((line) => {
    const [, , transport, , address = '', , , kind] = line.split(' ')
    return `${kind} ${transport} ${shown(address)}`
  })
  return { value: { candidates, complete: gathered.complete } }
}

function shown(address: string): string {
  if (PUBLIC.test(address)) return address
  if (/local$/.test(address)) return 'mdns'
  return /:/.test(address) ? 'v6' : 'v4'
}
