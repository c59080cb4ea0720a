import { gatherCandidates } from '../gather-candidates.ts'
import { absent, type Source } from '../source.ts'

/** Chromium 156 ends after 130 to 210 ms, later in its first seconds; Firefox 153 after 5 to 270 (November 2026). */
const GATHER_MS = 500

/**
 * The blocks in which lie the networks that are nobody else's, and much that is public: rather too few addresses are sent
 * than one too many. https://www.iana.org/assignments/iana-ipv4-special-registry, November 2026.
 */
const SPECIAL_V4 = /^(0|10|100|127|169|172|192|198|203|2[2-5]\d)\./

/** All that is routed is in 2000::/3: https://www.iana.org/assignments/ipv6-address-space, November 2026. */
const PUBLIC_V6 = /^[23][\da-f]{3}:/i

/**
 * The shape of what the browser would offer in a call: how many candidates of which kind, transport and sort of address. No
 * server is asked. Addresses are sent when they are public, never those of a private network.
 *
 * Spec: https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface, https://www.rfc-editor.org/rfc/rfc8839#section-5.1
 * Absent: where WebRTC is missing or switched off (WebKitGTK, hardened Firefox, some extensions).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const iceCandidates: Source<'iceCandidates'> = async (g) => {
  const gathered = await gatherCandidates(g, [], GATHER_MS)
  if (!gathered) return absent('unavailable')
  const counts: Record<string, number> = {}
  const publicAddresses = new Set<string>()
  for (const line of gathered.candidates) {
    const [, , transport = '', , address = '', , , kind = ''] = line.split(' ')
    const sort = sortOf(address)
    if (sort.startsWith('public')) publicAddresses.add(address)
    const name = `${kind} ${transport.toLowerCase()} ${sort}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return { value: { candidates: counts, publicAddresses: [...publicAddresses], complete: gathered.complete } }
}

function sortOf(address: string): string {
  if (/\.local$/.test(address)) return 'mdns'
  if (/:/.test(address)) return PUBLIC_V6.test(address) ? 'public v6' : 'v6'
  return /^[\d.]+$/.test(address) && !SPECIAL_V4.test(address) ? 'public v4' : 'v4'
}
