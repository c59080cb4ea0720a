import { settings } from './index.ts'

/** Settings whose values are secrets, by what secrets are called. */
const SECRET_NAME = /(?:SECRET|TOKEN|PASSWORD)_?(?:KEY)?$|_KEY$/

/** Settings by name, for the log: of secrets only whether they are set, and addresses without what logs people in. */
export function shownSettings(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(settings).map(([key, { name }]) => [name, shown(name, config[key] ?? null)]))
}

function shown(name: string, value: unknown): unknown {
  // `TRACIO_RATE_PER_KEY` and its like count keys: a number is no secret.
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (SECRET_NAME.test(name)) return 'set'
  // Addresses of lists that one pays for hold what one pays with.
  if (name === 'TRACIO_FEEDS_URLS') return Object.keys(Object(value))
  return typeof value === 'string' ? value.replace(/\/\/[^/@]*@/, '//…@') : value
}
