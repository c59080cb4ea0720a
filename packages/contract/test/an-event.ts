import type { EpochMs, RequestId, VisitorId, WorkspaceId } from '../src/brand.ts'
import type { TracioEvent } from '../src/event.ts'
import type { Finding } from '../src/finding.ts'
import type { LocationVerdict, NetworkVerdict } from '../src/network-verdict.ts'
import { unlookedLocation, unlookedNetwork } from '../src/unlooked-network.ts'

/** What one detector says when it speaks up. */
export const webdriverFound: Finding = {
  detector: 'webdriver_flag',
  category: 'bot',
  outcome: 'detected',
  strength: 0.9,
  evidence: [{ reason: 'webdriver_true', observed: 'true', expected: 'false' }],
}

/** What one detector says when it could not look. */
export const markersUnread: Finding = {
  detector: 'headless_markers',
  category: 'bot',
  outcome: 'unknown',
  missing: ['headlessMarkers', 'claimedDevice'],
}

/** What one detector says of an address that a VPN has. */
export const vpnFound: Finding = {
  detector: 'public_vpn',
  category: 'ip',
  outcome: 'detected',
  strength: 0.8,
  evidence: [{ reason: 'vpn_range_listed', observed: 'a list', expected: 'on no list of VPNs' }],
}

/** A VPN in Prague on a rented server that somebody was attacked from; whether it is a line at home nobody can tell. */
export const aNetwork: NetworkVerdict = {
  role: 'open',
  because: null,
  asn: 64496,
  asName: 'Example Hosting',
  isp: 'Example ISP',
  organization: null,
  connectionType: 'wifi',
  vpn: {
    status: 'detected',
    result: true,
    confidence: 'high',
    originTimezone: 'America/New_York',
    methods: { timezoneMismatch: true, publicVPN: true, osMismatch: false, relay: false, turn: false },
  },
  proxy: { status: 'clear', result: false, confidence: null, type: null, protocol: null },
  tor: { status: 'clear', result: false },
  relay: { status: 'clear', result: false, service: null },
  datacenter: { status: 'detected', result: true, provider: 'Example Cloud' },
  residentialProxy: { status: 'unknown', result: false, confidence: null },
  ipBlocklist: {
    status: 'detected',
    result: true,
    details: { emailSpam: false, attackSource: true, malware: false, credentialStuffing: false },
  },
  ipReputation: {
    status: 'detected',
    result: true,
    score: 45,
    sources: [{ feed: 'a-list', threat: 'attackSource', count: 2, asOf: 1_795_132_800_000 as EpochMs, points: 45 }],
  },
  timezoneMismatch: { status: 'detected', result: true, fits: false, differenceMin: 360 },
}

/** Prague, as a city database has it. */
export const aLocation: LocationVerdict = {
  place: {
    country: 'CZ',
    countryName: 'Czechia',
    continent: 'EU',
    region: { code: '10', name: 'Prague' },
    city: 'Prague',
    latitude: 50.05,
    longitude: 14.4,
    timezone: 'Europe/Prague',
    accuracyRadiusKm: 60,
    source: 'dbip-city 2026-11-01',
  },
  gap: null,
}

/** The second visit of somebody on a desktop Chrome, with a little to find fault with. */
export const anEvent: TracioEvent = {
  requestId: '1795219200_abcdef012345' as RequestId,
  workspaceId: 'ws_0123456789abcdef' as WorkspaceId,
  at: 1_795_219_200_123 as EpochMs,
  phase: 'primary',
  revision: 1,
  engineVersion: '0.1.0',
  agentVersion: '0.2.0',
  environment: 'live',
  sealed: true,
  session: 'fresh',
  cookie: 'known',
  url: 'https://shop.example/login',
  linkedId: 'order-7',
  linkedIdType: 'opaque',
  linkedIdSigned: true,
  tag: 'login',
  fields: { plan: 'pro' },
  fieldsRejected: 2,
  gpc: false,
  ip: '192.0.2.1',
  userAgent: 'a browser',
  browser: { name: 'Chrome', version: '156.0' },
  os: { name: 'Linux', version: '' },
  device: 'desktop',
  identification: {
    kind: 'cookie',
    visitorId: 'adaAdaAdaAdaAda0' as VisitorId,
    found: true,
    confidence: 0.97,
    ambiguous: false,
    lookAlikes: 1,
    firstSeenAt: 1_795_132_800_000 as EpochMs,
    lastSeenAt: 1_795_215_600_000 as EpochMs,
    deviceHash: '11'.repeat(16),
    explanation: [{ reason: 'cookie_known', observed: '1 visit before' }],
  },
  velocity: {
    windows: { distinctTagByLinkedId: ['2h'] },
    metrics: {
      distinctIp: [1, 2, 4],
      distinctCountry: 'no_country',
      events: [3, 12, 47],
      distinctLinkedId: [1, 1, 1],
      ipEvents: { intervals: { '5m': 5, '1h': 20, '24h': null }, unknown: 'capped', atLeast: { '24h': 20000 } },
      distinctIpByLinkedId: [1, 1, 2],
      distinctVisitorIdByLinkedId: [1, 1, 1],
      distinctVisitorIdByIp: [2, 3, 4],
      distinctTagByLinkedId: [2],
    },
    suspicious: [],
  },
  network: aNetwork,
  location: aLocation,
  bot: { result: 'bot', type: 'webdriver', score: 0.9 },
  findings: [
    webdriverFound,
    { detector: 'engine_mismatch', category: 'bot', outcome: 'clear' },
    { detector: 'velocity', category: 'behaviour', outcome: 'clear' },
    vpnFound,
    { detector: 'residential_proxy', category: 'ip', outcome: 'unknown', missing: ['feed_off'] },
    {
      detector: 'screen_size',
      category: 'tampering',
      outcome: 'detected',
      strength: 0.4,
      evidence: [{ reason: 'screen_inside_out', observed: '800', expected: 'at least 1024' }],
    },
  ],
  score: {
    suspectScore: 61.4,
    riskScore: 61,
    parts: [
      { kind: 'contribution', category: 'bot', cause: 'webdriver_flag', points: 61.4 },
      { kind: 'rounding', cause: 'integer', points: -0.4 },
    ],
  },
  decision: { riskLevel: 'high', action: 'review', monitor: true },
}

/** The same event after an expired session: nobody was identified, and nothing speaks for a bot. */
export const anEventOfNobody: TracioEvent = {
  ...anEvent,
  session: 'expired',
  cookie: 'none',
  url: null,
  linkedId: null,
  linkedIdType: null,
  linkedIdSigned: null,
  tag: null,
  fields: {},
  fieldsRejected: 0,
  gpc: null,
  browser: null,
  os: null,
  device: null,
  identification: {
    kind: 'none',
    visitorId: null,
    found: false,
    confidence: 0,
    ambiguous: false,
    lookAlikes: 0,
    firstSeenAt: null,
    lastSeenAt: null,
    deviceHash: null,
    explanation: [{ reason: 'session_expired', observed: 'expired' }],
  },
  velocity: { windows: {}, metrics: {}, suspicious: [] },
  network: unlookedNetwork,
  location: unlookedLocation,
  bot: { result: 'human', type: '', score: 0 },
  findings: [{ detector: 'webdriver_flag', category: 'bot', outcome: 'clear' }],
  score: { suspectScore: 0, riskScore: 0, parts: [] },
  decision: { riskLevel: 'normal', action: 'allow', monitor: false },
}
