import type { EpochMs, Finding, IpFacts, LocationVerdict, NetworkVerdict, ThreatKind } from '@tracio/contract'
import { unlookedLocation } from '@tracio/contract'
import type { Seen } from '../observations.ts'
import { answerOf, type FindingsByDetector, findingsByDetector, hasFound, hasReason } from './findings-by-detector.ts'
import { ipReputation } from './ip-reputation.ts'
import { hitsOf } from './list-hits.ts'
import { proxyVerdict, residentialProxyVerdict } from './proxy-verdict.ts'
import { vpnVerdict } from './vpn-verdict.ts'

/** What the address and the way to it say, made of what detectors have found. `at`: when the event came. */
export function judgeNetwork(seen: Partial<Seen>, findings: readonly Finding[], at: EpochMs): NetworkVerdict {
  const found = findingsByDetector(findings)
  const { ip, address } = seen
  const residentialProxy = residentialProxyVerdict(found)
  return {
    role: address?.role ?? null,
    because: address?.because ?? null,
    asn: ip?.network?.asn ?? null,
    asName: ip?.network?.name ?? null,
    isp: ip?.isp ?? ip?.network?.name ?? null,
    organization: ip?.organization ?? null,
    connectionType: connectionTypeOf(seen),
    vpn: vpnVerdict(found, seen.timezone ?? null),
    proxy: proxyVerdict(found, residentialProxy, ip),
    tor: answerOf(found, 'tor_exit'),
    relay: { ...answerOf(found, 'relay'), service: hasFound(found, 'relay') ? providerOf(ip, 'relay') : null },
    datacenter: {
      ...answerOf(found, 'datacenter'),
      provider: hasFound(found, 'datacenter') ? (providerOf(ip, 'datacenter') ?? ip?.network?.brand ?? null) : null,
    },
    residentialProxy,
    ipBlocklist: { ...answerOf(found, 'ip_blocklist'), details: detailsOf(found) },
    ipReputation: ipReputation(ip, address, at),
    timezoneMismatch: { ...answerOf(found, 'timezone_mismatch'), ...zoneOf(seen) },
  }
}

/** Where the address is, as it was known when the event came. */
export function locationOf(ip: IpFacts | undefined): LocationVerdict {
  if (!ip) return unlookedLocation
  return { place: ip.place, gap: ip.place === null ? (ip.placeGap ?? 'not_listed') : null }
}

/** Of several lists the one that names somebody, and of these the first. */
const providerOf = (ip: IpFacts | undefined, kind: 'relay' | 'datacenter'): string | null =>
  (ip && hitsOf(ip, kind).find(({ provider }) => provider !== null)?.provider) ?? null

const detailsOf = (found: FindingsByDetector): Readonly<Record<ThreatKind, boolean>> => ({
  emailSpam: hasReason(found, 'ip_blocklist', 'listed_email_spam'),
  attackSource: hasReason(found, 'ip_blocklist', 'listed_attack_source'),
  malware: hasReason(found, 'ip_blocklist', 'listed_malware'),
  credentialStuffing: hasReason(found, 'ip_blocklist', 'listed_credential_stuffing'),
})

function zoneOf({ zone }: Partial<Seen>): Pick<NetworkVerdict['timezoneMismatch'], 'fits' | 'differenceMin'> {
  return zone?.known ? { fits: zone.fits, differenceMin: zone.differenceMin } : { fits: null, differenceMin: null }
}

/** What a browser says of its line that a server can use: the Network Information API's own words, November 2026. */
const LINES: ReadonlySet<string | null> = new Set(['bluetooth', 'cellular', 'ethernet', 'wifi', 'wimax'])

/** A database goes before the browser, which knows only the way to the next box; a mobile carrier's network before nothing. */
function connectionTypeOf({ ip, connection }: Partial<Seen>): string | null {
  if (ip?.connectionType) return ip.connectionType
  const claimed = connection?.type ?? null
  if (LINES.has(claimed)) return claimed
  return ip?.network?.class === 'mobile' ? 'cellular' : null
}
