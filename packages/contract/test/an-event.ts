import type { EpochMs, RequestId, VisitorId, WorkspaceId } from '../src/brand.ts'
import type { TracioEvent } from '../src/event.ts'
import type { Finding } from '../src/finding.ts'

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
  bot: { result: 'bot', type: 'webdriver', score: 0.9 },
  findings: [
    webdriverFound,
    { detector: 'engine_mismatch', category: 'bot', outcome: 'clear' },
    { detector: 'velocity', category: 'behaviour', outcome: 'clear' },
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
  bot: { result: 'human', type: '', score: 0 },
  findings: [{ detector: 'webdriver_flag', category: 'bot', outcome: 'clear' }],
  score: { suspectScore: 0, riskScore: 0, parts: [] },
  decision: { riskLevel: 'normal', action: 'allow', monitor: false },
}
