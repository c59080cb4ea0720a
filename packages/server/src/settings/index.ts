import { resolve } from 'node:path'
import { extraMetrics } from './extra-metrics.ts'
import { feedIds } from './feed-ids.ts'
import { feedUrls } from './feed-urls.ts'
import { filePaths } from './file-paths.ts'
import { ipAddress } from './ip-address.ts'
import { listeningAddress } from './listening-address.ts'
import { networks } from './networks.ts'
import { regions } from './regions.ts'
import { notEmpty, oneOf, onOrOff, optional, type Parsed, setting, wholeNumber } from './setting.ts'
import { turnUrls } from './turn-urls.ts'
import { webPath } from './web-path.ts'

/** How much can be logged, the least first. */
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** A hundred years: beyond that somebody mistyped. */
const RETENTION_DAYS_MAX = 36_525

/** A path, from the folder where the server was started. */
const file = (text: string): Parsed<string> => ({ value: resolve(text) })

/** Every setting, by its name in code. `docs/configuration.md` is generated from this table. */
export const settings = {
  host: setting('TRACIO_HOST', '127.0.0.1', 'Address to listen on; `0.0.0.0` for all.', notEmpty),
  /** 0 lets the system choose. */
  port: setting('TRACIO_PORT', '8080', 'Port to listen on; 0 lets the system choose.', wholeNumber(0, 65535)),
  dataDir: setting(
    'TRACIO_DATA_DIR',
    'data',
    'Folder of the embedded database and the key file. Back up both.',
    (text) => {
      const folder = notEmpty(text)
      return 'wrong' in folder ? folder : { value: resolve(folder.value) }
    },
  ),
  sqliteSynchronous: setting(
    'TRACIO_SQLITE_SYNCHRONOUS',
    'normal',
    '`normal` survives the death of the process; `full` also survives the loss of power, and is slower.',
    oneOf('normal', 'full'),
  ),
  logLevel: setting('TRACIO_LOG_LEVEL', 'info', `How much is logged: ${LOG_LEVELS.join(', ')}.`, oneOf(...LOG_LEVELS)),
  trustProxy: setting(
    'TRACIO_TRUST_PROXY',
    '',
    'Addresses or CIDRs, separated by commas, of proxies whose `X-Forwarded-For`, `-Proto` and `-Host` are believed. Set it behind nginx.',
    networks,
  ),
  publicUrl: setting(
    'TRACIO_PUBLIC_URL',
    '',
    'Where browsers reach this server; used in messages. Unset: the listening address.',
    optional((text) =>
      URL.canParse(text) && /^https?:/.test(text)
        ? { value: text.replace(/\/+$/, '') }
        : { wrong: 'must be an http or https address' },
    ),
  ),
  regions: setting(
    'TRACIO_REGIONS',
    '',
    'Servers by region, from which a page chooses by `region`: `us=https://us.example.com,eu=https://eu.example.com`.',
    regions,
  ),
  scriptPath: setting(
    'TRACIO_SCRIPT_PATH',
    '/agent.js',
    'Another path of the script, where blockers know this one; `/agent.js` goes on answering.',
    webPath,
  ),
  apiPath: setting(
    'TRACIO_API_PATH',
    '/api',
    'What the agent puts before `/session` and `/identify`. The script is told; for the module it is the option `apiPath`. `/api` goes on answering.',
    webPath,
  ),
  secretKey: setting(
    'TRACIO_SECRET_KEY',
    '',
    'Key that encrypts secrets at rest: 64 hexadecimal digits. Unset: `secret.key` in the data folder is made and used.',
    optional((text) =>
      /^[0-9a-f]{64}$/i.test(text)
        ? { value: Buffer.from(text, 'hex') }
        : { wrong: 'must be 64 hexadecimal digits (its value is not shown here)' },
    ),
  ),
  retentionEventsDays: setting(
    'TRACIO_RETENTION_EVENTS_DAYS',
    '90',
    'Days that events are kept; 0: for ever.',
    wholeNumber(0, RETENTION_DAYS_MAX),
  ),
  retentionReadingsDays: setting(
    'TRACIO_RETENTION_READINGS_DAYS',
    '30',
    'Days that the readings of an event are kept, as long as the event itself is; 0: as long as that.',
    wholeNumber(0, RETENTION_DAYS_MAX),
  ),
  retentionObservationsDays: setting(
    'TRACIO_RETENTION_OBSERVATIONS_DAYS',
    '90',
    'Days that what the server saw beside the readings is kept, as long as the event itself is; 0: as long as that.',
    wholeNumber(0, RETENTION_DAYS_MAX),
  ),
  retentionVisitorsDays: setting(
    'TRACIO_RETENTION_VISITORS_DAYS',
    '400',
    'Days that a visitor is remembered after the last visit; their cookie lasts 365. 0: for ever.',
    wholeNumber(0, RETENTION_DAYS_MAX),
  ),
  metricsPort: setting(
    'TRACIO_METRICS_PORT',
    '',
    'Port of its own for `/metrics`; 0 lets the system choose. Unset: none.',
    optional(wholeNumber(0, 65535)),
  ),
  metricsHost: setting('TRACIO_METRICS_HOST', '127.0.0.1', 'Address that this port listens on.', notEmpty),
  metricsToken: setting(
    'TRACIO_METRICS_TOKEN',
    '',
    'Asked for by `/metrics`, 16 characters or more. Without a port of its own, `/metrics` is then on the main port.',
    optional((text) =>
      /^[!-~]{16,256}$/.test(text)
        ? { value: text }
        : { wrong: 'must have 16 to 256 characters, none of them blank (its value is not shown here)' },
    ),
  ),
  maxConnections: setting(
    'TRACIO_MAX_CONNECTIONS',
    '10000',
    'Connections at once; one more is closed unread.',
    wholeNumber(1, 1_000_000),
  ),
  maxPending: setting(
    'TRACIO_MAX_PENDING',
    '1000',
    'Identifications under way at once; more are answered 503 and may come again.',
    wholeNumber(1, 1_000_000),
  ),
  ratePerAddress: setting(
    'TRACIO_RATE_PER_ADDRESS',
    '600',
    'Requests a minute for sessions and identifications, of one IPv4 address or one /64 of IPv6; 0: as many as come.',
    wholeNumber(0, 1_000_000_000),
  ),
  ratePerKey: setting(
    'TRACIO_RATE_PER_KEY',
    '0',
    'The same with one public key; 0: as many as come.',
    wholeNumber(0, 1_000_000_000),
  ),
  ratePerSecret: setting(
    'TRACIO_RATE_PER_SECRET',
    '1000',
    'Requests a minute with one API secret; 0: as many as come.',
    wholeNumber(0, 1_000_000_000),
  ),
  whenFull: setting(
    'TRACIO_WHEN_FULL',
    'refuse',
    'What visits get while the store cannot be written: `refuse` answers 503, `identify` answers without storing.',
    oneOf('refuse', 'identify'),
  ),
  diskMinMb: setting(
    'TRACIO_DISK_MIN_MB',
    '200',
    'Free space, in megabytes, below which the store counts as full; 0: none is kept.',
    wholeNumber(0, 1_000_000_000),
  ),
  searchTimeoutMs: setting(
    'TRACIO_SEARCH_TIMEOUT_MS',
    '2000',
    'Milliseconds after which a search is stopped and answered with `query_too_slow`: 50 to 60000.',
    wholeNumber(50, 60_000),
  ),
  velocityExtra: setting(
    'TRACIO_VELOCITY_EXTRA',
    '',
    'Metrics of your own beside the built-in ones, separated by commas: `distinct tag by linkedId over 2h`. See `docs/velocity.md`.',
    extraMetrics,
  ),
  velocityMemoryMb: setting(
    'TRACIO_VELOCITY_MEMORY_MB',
    '256',
    'Memory for velocity counts, in MiB; nine hundred thousand visits within a day need that much. See `docs/velocity.md`.',
    wholeNumber(16, 8192),
  ),
  feeds: setting(
    'TRACIO_FEEDS',
    'on',
    'Whether public lists of VPNs, proxies, Tor, clouds and attackers are fetched and used: `on`, `manual` (used, and fetched only by `tracio feeds update`), `off`. See `docs/feeds.md`.',
    oneOf('on', 'manual', 'off'),
  ),
  feedsOff: setting(
    'TRACIO_FEEDS_OFF',
    '',
    'Feeds that are not wanted, by id, separated by commas; what was stored of them is removed.',
    feedIds,
  ),
  feedsOn: setting('TRACIO_FEEDS_ON', '', 'Feeds that are off by default and wanted, by id.', feedIds),
  feedsUrls: setting(
    'TRACIO_FEEDS_URLS',
    '',
    'Other addresses of feeds, such as a mirror of your own: `ipsum=https://mirror.example/ipsum.txt,...`.',
    feedUrls,
  ),
  feedsPrivate: setting(
    'TRACIO_FEEDS_PRIVATE',
    'off',
    'Whether feeds may be fetched from private addresses, and feeds of your own may list them: `on` or `off`. For mirrors and lists inside your own network.',
    onOrOff,
  ),
  listsAllow: setting(
    'TRACIO_LISTS_ALLOW',
    '',
    'File of addresses and CIDRs that you trust. Unset: `lists/allow.txt` in the data folder. See `docs/feeds.md`.',
    optional(file),
  ),
  listsBlock: setting(
    'TRACIO_LISTS_BLOCK',
    '',
    'File of those that you block. Unset: `lists/block.txt` in the data folder.',
    optional(file),
  ),
  listsOffice: setting(
    'TRACIO_LISTS_OFFICE',
    '',
    'File of your own offices and VPNs, whose people are no strangers. Unset: `lists/office.txt` in the data folder.',
    optional(file),
  ),
  geoDatabases: setting(
    'TRACIO_GEO_DATABASES',
    '',
    'Databases of addresses of your own: paths of `.mmdb` files of MaxMind, IPinfo or DB-IP, separated by commas. See `docs/geolocation.md`.',
    filePaths,
  ),
  geoDefault: setting(
    'TRACIO_GEO_DEFAULT',
    'city',
    "What places addresses when none of your own databases does: DB-IP's `city` (130 MB of memory), `country` (8 MB), or `off`.",
    oneOf('city', 'country', 'off'),
  ),
  networks: setting(
    'TRACIO_NETWORKS',
    'on',
    'Whether the installed database of networks says who announces an address: `on` or `off`. It is compiled at the first start.',
    onOrOff,
  ),
  turn: setting(
    'TRACIO_TURN',
    'off',
    'Whether browsers are asked to show by UDP where they are: `off`; `on` listens for them; `coturn` sends them to a coturn. See `docs/turn.md`.',
    oneOf('off', 'on', 'coturn'),
  ),
  turnHost: setting(
    'TRACIO_TURN_HOST',
    '',
    'Address that the observer listens on. Unset: all addresses of this machine, IPv4 and IPv6.',
    optional(ipAddress),
  ),
  turnPort: setting(
    'TRACIO_TURN_PORT',
    '3478',
    'UDP port of the observer, or of coturn; 0 lets the system choose.',
    wholeNumber(0, 65535),
  ),
  turnUrls: setting(
    'TRACIO_TURN_URL',
    '',
    'Where browsers reach it: `turn:turn.example.com:3478`, several separated by commas. Unset: this port of the host of `TRACIO_PUBLIC_URL`, or else of the host that the browser asked.',
    turnUrls,
  ),
  turnSecret: setting(
    'TRACIO_TURN_SECRET',
    '',
    'Secret behind the credentials, of 16 to 256 letters, digits, `-` and `_`; with coturn the same as its `static-auth-secret`. Unset: derived from the key that encrypts secrets.',
    optional((text) =>
      /^[\w-]{16,256}$/.test(text)
        ? { value: text }
        : { wrong: 'must have 16 to 256 letters, digits, - and _ (its value is not shown here)' },
    ),
  ),
  turnHook: setting(
    'TRACIO_TURN_HOOK',
    '127.0.0.1:6380',
    'Where coturn tells of its sessions, as it would tell a Redis. Keep it to addresses that only coturn reaches.',
    listeningAddress,
  ),
  demo: setting('TRACIO_DEMO', 'on', 'Whether `/demo` is served: `on` or `off`.', onOrOff),
} as const
