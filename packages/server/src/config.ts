import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** All settings, read once from the environment and checked as a whole. */
export interface Config {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly dataDir: string
  /** `normal` survives the death of the process, `full` the loss of power as well. */
  readonly sqliteSynchronous: 'normal' | 'full'
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Addresses and CIDRs of proxies whose forwarding headers are believed. */
  readonly trustProxy: readonly string[]
  /** Where browsers reach this server; only used in messages. Undefined: the listening address. */
  readonly publicUrl: string | undefined
  /** 32 bytes that encrypt secrets at rest. Undefined: a key file in the data directory is made and used. */
  readonly secretKey: Buffer | undefined
  readonly demo: boolean
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** One setting: its default, what it means, and how its text becomes a value. The manual is generated from it. */
export interface Setting<T> {
  readonly fallback: string
  readonly meaning: string
  /** The value, or a sentence that says what is wrong. */
  readonly parse: (text: string) => { readonly value: T } | { readonly wrong: string }
}

const setting = <T>(fallback: string, meaning: string, parse: Setting<T>['parse']): Setting<T> => ({
  fallback,
  meaning,
  parse,
})

const oneOf =
  <const T extends string>(...allowed: readonly T[]) =>
  (text: string): ReturnType<Setting<T>['parse']> => {
    const value = allowed.find((word) => word === text)
    return value === undefined ? { wrong: `must be one of ${allowed.join(', ')}` } : { value }
  }

/** Every setting by the name of its variable. */
export const settings = {
  TRACIO_HOST: setting('127.0.0.1', 'Address to listen on; 0.0.0.0 for all.', (text) =>
    text === '' ? { wrong: 'must not be empty' } : { value: text },
  ),
  TRACIO_PORT: setting('8080', 'Port to listen on; 0 lets the system choose.', (text) => {
    const value = Number(text)
    return /^\d+$/.test(text) && value <= 65535 ? { value } : { wrong: 'must be a whole number from 0 to 65535' }
  }),
  TRACIO_DATA_DIR: setting('data', 'Folder of the embedded database and the key file.', (text) =>
    text === '' ? { wrong: 'must not be empty' } : { value: resolve(text) },
  ),
  TRACIO_SQLITE_SYNCHRONOUS: setting(
    'normal',
    'normal survives the death of the process; full also survives the loss of power, and is slower.',
    oneOf('normal', 'full'),
  ),
  TRACIO_LOG_LEVEL: setting('info', `How much is logged: ${LOG_LEVELS.join(', ')}.`, oneOf(...LOG_LEVELS)),
  TRACIO_TRUST_PROXY: setting(
    '',
    'Addresses or CIDRs, separated by commas, of proxies whose X-Forwarded-For, -Proto and -Host are believed.',
    (text) => {
      const value = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
      const bad = value.filter((part) => !isNetwork(part))
      return bad.length === 0 ? { value } : { wrong: `holds what is neither an address nor a CIDR: ${bad.join(', ')}` }
    },
  ),
  TRACIO_PUBLIC_URL: setting('', 'Where browsers reach this server; used in messages.', (text) => {
    if (text === '') return { value: undefined }
    return URL.canParse(text) && /^https?:/.test(text)
      ? { value: text.replace(/\/+$/, '') }
      : { wrong: 'must be an http or https address' }
  }),
  TRACIO_SECRET_KEY: setting(
    '',
    'Key that encrypts secrets at rest: 64 hexadecimal digits. Unset: a key file in the data folder is made and used.',
    (text) => {
      if (text === '') return { value: undefined }
      return /^[0-9a-f]{64}$/i.test(text)
        ? { value: Buffer.from(text, 'hex') }
        : { wrong: 'must be 64 hexadecimal digits (its value is not shown here)' }
    },
  ),
  TRACIO_DEMO: setting('on', 'Whether /demo is served: on or off.', (text) => {
    const word = oneOf('on', 'off')(text)
    return 'wrong' in word ? word : { value: word.value === 'on' }
  }),
} as const

/** Variables of customers' own programs that share our prefix in the manual's examples. */
const CUSTOMER_VARIABLES = new Set(['TRACIO_LID_SECRET'])

/** Names all mistakes at once: an operator who mends one at a time restarts once for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads and checks the settings. Throws a `ConfigError` that lists every mistake. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const mistakes: string[] = []
  const take = <T>(name: keyof typeof settings, { fallback, parse }: Setting<T>): T | undefined => {
    const outcome = parse(env[name] ?? fallback)
    if ('value' in outcome) return outcome.value
    mistakes.push(`${name} ${outcome.wrong}`)
    return
  }
  const config = {
    host: take('TRACIO_HOST', settings.TRACIO_HOST) ?? '',
    port: take('TRACIO_PORT', settings.TRACIO_PORT) ?? 0,
    dataDir: take('TRACIO_DATA_DIR', settings.TRACIO_DATA_DIR) ?? '',
    sqliteSynchronous: take('TRACIO_SQLITE_SYNCHRONOUS', settings.TRACIO_SQLITE_SYNCHRONOUS) ?? 'normal',
    logLevel: take('TRACIO_LOG_LEVEL', settings.TRACIO_LOG_LEVEL) ?? 'info',
    trustProxy: take('TRACIO_TRUST_PROXY', settings.TRACIO_TRUST_PROXY) ?? [],
    publicUrl: take('TRACIO_PUBLIC_URL', settings.TRACIO_PUBLIC_URL),
    secretKey: take('TRACIO_SECRET_KEY', settings.TRACIO_SECRET_KEY),
    demo: take('TRACIO_DEMO', settings.TRACIO_DEMO) ?? true,
  }
  for (const name of Object.keys(env)) {
    if (!name.startsWith('TRACIO_') || name.startsWith('TRACIO_TEST_')) continue
    if (!(name in settings) && !CUSTOMER_VARIABLES.has(name)) mistakes.push(`${name} is not a setting`)
  }
  if (mistakes.length > 0) throw new ConfigError(`The settings are wrong:\n${mistakes.map((m) => `  ${m}`).join('\n')}`)
  return config
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return /^\d+$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}
