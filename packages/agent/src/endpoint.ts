import { attempt } from './attempt.ts'
import { invalid, unknownName } from './errors.ts'
import type { Global } from './global.ts'

/** Where the server is. */
export interface EndpointOptions {
  /** An absolute URL or a path on the page's own origin, which is the default for modules. Goes before `region`. */
  readonly endpoint?: string | undefined
  /** One of the servers in `regions`. */
  readonly region?: string | undefined
  /** Servers by region. The script tag knows those that its own server was configured with. */
  readonly regions?: Readonly<Record<string, string>> | undefined
  /** What the server's `TRACIO_API_PATH` says; `/api` by default. The script tag knows it. */
  readonly apiPath?: string | undefined
}

/** Finds the server: absolute and without trailing slash; empty where there is no page to resolve a path on. */
export function endpointFrom(
  { endpoint, region, regions }: EndpointOptions,
  atHome: EndpointOptions,
  g: Global,
): string {
  if (endpoint !== undefined) return absolute(endpoint, g)
  if (region) return absolute(regional(region, { ...atHome.regions, ...regions }), g)
  return absolute(atHome.endpoint ?? '/', g)
}

/** The path that the server's calls have in common, without trailing slash. */
export function apiPathFrom(apiPath: string | undefined = '/api'): string {
  if (/^(?:\/[\w.-]+)+$/.test(apiPath)) return apiPath
  throw invalid('apiPath must be a path')
}

function regional(region: string, regions: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(regions)
  if (names.includes(region)) return regions[region]
  throw unknownName(`There is no region "${region}"`, names)
}

function absolute(endpoint: unknown, { location }: Global): string {
  const address = String(endpoint)
  const isPath = address.startsWith('/')
  // Without a page a path cannot be resolved, and need not be: nothing is ever sent from there.
  if (isPath && !location) return ''
  // Sandboxed frames have the origin "null", which is a base for nothing, not even for a whole address.
  const url = attempt(() => new URL(address, isPath ? location?.origin : undefined))
  if (url && /^https?:[^?#]+$/.test(url.href)) return (url.origin + url.pathname).replace(/\/+$/, '')
  throw invalid('endpoint must be an address or a path')
}
