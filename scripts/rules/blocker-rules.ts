/**
 * What lists of tracking blockers have against fingerprinting and measuring in general, as rules in their syntax. Made
 * for this test from words and shapes that such lists were seen to hold (November 2026), and wider than they are: real
 * ones name most words in a few of the shapes only. Rules against single hosts are left out, as nobody knows ours.
 */
const WORDS = [
  ...['fingerprint', 'fingerprint2', 'fingerprint3', 'fingerprintjs2', 'fingerprintjs', 'device-fingerprint', 'fprnt'],
  ...['fp', 'fpv2', 'fptrk', 'botd', 'evercookie', 'supercookie', 'cookietag', 'browser_info', 'user-agent-analyzer'],
  ...[
    'analytics',
    'beacon',
    'collect',
    'collector',
    'datacollect',
    'telemetry',
    'metrics',
    'stat',
    'stats',
    'statistics',
  ],
  ...[
    'track',
    'tracker',
    'tracking',
    'trk',
    'pixel',
    'pageview',
    'page-view',
    'visit',
    'visitors',
    'hit',
    'hits',
    'count',
  ],
  ...[
    'counter',
    'impression',
    'log',
    'logger',
    'logging',
    'event-log',
    'geoip',
    'tag',
    'tags',
    'tongji',
    'matomo',
    'sensor',
  ],
  ...[
    'clickstream',
    'heatmap',
    'dtagent',
    'log_agent',
    'loggingagent',
    'data-unlocker',
    'datadome',
    'perimeter-x',
    'bcbot',
  ],
]

const SHAPES = ['/%.', '/%-', '/%_', '/%/*', '/%?', '/%|', '-%.', '.%.', '_%.']

/** Addresses with what follows their question mark, and folders of interfaces. */
const CALLS = [
  ...['/collect?k=', '/identify?data=', '/identify?fp=', '/sync?visitor_id=', '/tags?session_id=', '/trace?sessionid='],
  ...[
    '/event?token=',
    '/track/identity?',
    '/?fp=*&',
    '/data.do?session_',
    '&visitoruuid=',
    '&pagereferrer=',
    '&t=pageview&',
  ],
  ...['.js?referrer=', '.gif?event=', '/t?referer=', '/token?referer=', '/api/log?', '/api/ping?', '/api/stat?'],
  ...['/api/pixel?', '/api/pageview?', '/api/tracking/*', '/api/analytics^', '/api/v1/collector', '/api/v1/metrics'],
  ...[
    '/api/v1/track/*',
    '/api/v1/stat?',
    '/api/ipv4check?',
    '/event/fingerprint',
    '/analytics/initsession',
    '/v1/pixel?',
  ],
  ...[
    '/ajaxservice.svc/registersession?session_id=',
    '/_sess/script.js',
    '/get-pro/*&fingerprint=',
    '/loadjsfingerprint.js',
  ],
]

/** Every rule. */
export const blockerRules: readonly string[] = [
  ...WORDS.flatMap((word) => SHAPES.map((shape) => shape.replace('%', word))),
  ...CALLS,
]

/** The first rule that blocks an address: `*` is anything, `^` a separator or the end, `|` at the end the end. */
export const blockedBy = (url: string): string | undefined => compiled.find(({ pattern }) => pattern.test(url))?.rule

const compiled = blockerRules.map((rule) => ({ rule, pattern: new RegExp(patternOf(rule), 'i') }))

function patternOf(rule: string): string {
  const text = rule.replace(/\|$/, '').replace(/[.+?${}()[\]\\/|]/g, '\\$&')
  return text.replaceAll('*', '.*').replaceAll('^', '(?:[^\\w.%-]|$)') + (rule.endsWith('|') ? '$' : '')
}
