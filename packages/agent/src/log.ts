import type { Global } from './global.ts'

/** Tells a developer what the agent does. Never gets a linked id, a signature or the value of a field. */
export type Log = (what: string, detail?: unknown) => void

/** Writes to the console's debug channel when `debug` is on, and nowhere else. */
export const createLog = ({ console }: Global, debug: unknown): Log =>
  debug === true
    ? (what, detail) => console?.debug?.(`tracio: ${what}`, ...(detail === undefined ? [] : [detail]))
    : silent

const silent: Log = () => undefined

/** Options as they may be shown: what names a person is left out. */
export function redacted(options: object): object {
  const shown: Record<string, unknown> = { ...options }
  for (const name of ['linkedId', 'linkedIdSig', 'fields']) if (name in shown) shown[name] = '[redacted]'
  return shown
}
