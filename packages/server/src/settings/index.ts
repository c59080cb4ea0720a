import { resolve } from 'node:path'
import { networks } from './networks.ts'
import { notEmpty, oneOf, onOrOff, optional, setting, wholeNumber } from './setting.ts'

/** How much can be logged, the least first. */
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** A hundred years: beyond that somebody mistyped. */
const RETENTION_DAYS_MAX = 36_525

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
  demo: setting('TRACIO_DEMO', 'on', 'Whether `/demo` is served: `on` or `off`.', onOrOff),
} as const
