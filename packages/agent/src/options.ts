import { TracioError } from './errors.ts'
import type { Global } from './global.ts'

/** What `Tracio.init` takes. */
export interface TracioOptions {
  /** The site's key, made in the dashboard. */
  readonly publicKey: string
  /** Where the server is: an absolute URL or a path on the page's own origin, which is the default. */
  readonly endpoint?: string
  /** How long a call may take altogether. 15,000 by default, also for values that make no sense. */
  readonly timeoutMs?: number
  /** The page's own stable id of the signed-in account, at most 256 characters. */
  readonly linkedId?: string
  /** A label of the place or action, such as `checkout`, at most 256 characters. */
  readonly tag?: string
}

/** Options after checking, with their defaults. */
export interface Settings {
  readonly publicKey: string
  /** Absolute and without trailing slash; empty where there is no page. */
  readonly endpoint: string
  readonly timeoutMs: number
  readonly linkedId?: string
  readonly tag?: string
}

const TIMEOUT_MS_DEFAULT = 15_000

/** The server refuses longer ones, and the whole payload with them. */
const LABEL_LENGTH_MAX = 256

/** Checks options. They come from pages, whose compiler did not look, so nothing about them is believed. */
export function settingsFrom(options: Partial<TracioOptions> | undefined, g: Global): Settings {
  const { publicKey, endpoint, timeoutMs, linkedId, tag } = options ?? {}
  if (typeof publicKey !== 'string' || !publicKey) throw new TracioError('invalid_config', 'publicKey is missing.')
  return {
    publicKey,
    endpoint: absolute(endpoint, g),
    timeoutMs: Number.isFinite(timeoutMs) && Number(timeoutMs) > 0 ? Number(timeoutMs) : TIMEOUT_MS_DEFAULT,
    ...label('linkedId', linkedId),
    ...label('tag', tag),
  }
}

function label(name: 'linkedId' | 'tag', value: unknown): { readonly linkedId?: string; readonly tag?: string } {
  if (value === undefined || value === '') return {}
  if (typeof value === 'string' && value.length <= LABEL_LENGTH_MAX) return { [name]: value }
  throw new TracioError('invalid_config', `${name} must be a string of at most ${LABEL_LENGTH_MAX} characters.`)
}

function absolute(endpoint: unknown, { location }: Global): string {
  const isPath = endpoint === undefined || (typeof endpoint === 'string' && endpoint.startsWith('/'))
  // Without a page a path cannot be resolved, and need not be: nothing is ever sent from there.
  if (isPath && !location) return ''
  const url = parsed(String(endpoint ?? '/'), location?.origin)
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    !url.search &&
    !url.hash &&
    (isPath || /^https?:\/\//i.test(String(endpoint)))
  ) {
    return (url.origin + url.pathname).replace(/\/+$/, '')
  }
  throw new TracioError('invalid_config', 'endpoint must be an http(s) URL, or a path of a page that has an origin.')
}

function parsed(url: string, base: string | undefined): URL | undefined {
  try {
    return new URL(url, base)
  } catch {
    return undefined
  }
}
