import { settings } from './settings/index.ts'
import type { Setting } from './settings/setting.ts'

/** All settings, read once from the environment and checked as a whole. */
export type Config = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never
}

/** Variables of customers' own programs that share our prefix in the manual's examples. */
const CUSTOMER_VARIABLES = new Set(['TRACIO_LID_SECRET'])

/** Names all mistakes at once: an operator who mends one at a time restarts once for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads and checks the settings. Throws a `ConfigError` that lists every mistake. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const mistakes: string[] = []
  const config: Record<string, unknown> = {}
  for (const [key, { name, fallback, parse }] of Object.entries<Setting<unknown>>(settings)) {
    const outcome = parse(env[name] ?? fallback)
    if ('value' in outcome) config[key] = outcome.value
    else mistakes.push(`${name} ${outcome.wrong}`)
  }
  const names = new Set(Object.values(settings).map(({ name }) => name))
  for (const name of Object.keys(env)) {
    if (!name.startsWith('TRACIO_') || name.startsWith('TRACIO_TEST_')) continue
    if (!names.has(name) && !CUSTOMER_VARIABLES.has(name)) mistakes.push(`${name} is not a setting`)
  }
  if (mistakes.length > 0) throw new ConfigError(`The settings are wrong:\n${mistakes.map((m) => `  ${m}`).join('\n')}`)
  // Without a mistake every key of the table has the value that its own parser made.
  return config as Config
}
