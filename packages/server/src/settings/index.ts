import { resolve } from 'node:path'
import { extraMetrics } from './extra-metrics.ts'
import { networks } from './networks.ts'
import { notEmpty, oneOf, onOrOff, optional, setting, wholeNumber } from './setting.ts'

/** How much can be logged, the least first. */
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

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
  velocityExtra: setting(
    'TRACIO_VELOCITY_EXTRA',
    '',
    'Metrics of your own beside the built-in ones, separated by commas: `distinct tag by linkedId over 2h`. See `docs/velocity.md`.',
    extraMetrics,
  ),
  velocityMemoryMb: setting(
    'TRACIO_VELOCITY_MEMORY_MB',
    '256',
    'Memory for velocity counts, in MiB; half a million visits within a day need that much. See `docs/velocity.md`.',
    wholeNumber(16, 8192),
  ),
  demo: setting('TRACIO_DEMO', 'on', 'Whether `/demo` is served: `on` or `off`.', onOrOff),
} as const
