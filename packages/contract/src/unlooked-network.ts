import type { LocationVerdict, NetworkVerdict } from './network-verdict.ts'

const UNKNOWN = { status: 'unknown', result: false } as const

/** What is said of the network where nobody looked, as in events that are older than the data. */
export const unlookedNetwork: NetworkVerdict = {
  role: null,
  because: null,
  asn: null,
  asName: null,
  isp: null,
  organization: null,
  connectionType: null,
  vpn: {
    ...UNKNOWN,
    confidence: null,
    originTimezone: null,
    methods: { timezoneMismatch: false, publicVPN: false, osMismatch: false, relay: false, turn: false },
  },
  proxy: { ...UNKNOWN, confidence: null, type: null, protocol: null },
  tor: UNKNOWN,
  relay: { ...UNKNOWN, service: null },
  datacenter: { ...UNKNOWN, provider: null },
  residentialProxy: { ...UNKNOWN, confidence: null },
  ipBlocklist: {
    ...UNKNOWN,
    details: { emailSpam: false, attackSource: false, malware: false, credentialStuffing: false },
  },
  ipReputation: { ...UNKNOWN, score: null, sources: [] },
  timezoneMismatch: { ...UNKNOWN, fits: null, differenceMin: null },
}

/** What is said of the place where nobody looked. */
export const unlookedLocation: LocationVerdict = { place: null, gap: 'not_looked_up' }
