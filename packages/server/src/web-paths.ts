/** Where browsers find the script and the two calls of the agent. Everything else keeps its place. */
export interface WebPaths {
  /** With a leading slash, without query. */
  readonly script: string
  /** What `/session` and `/identify` are put behind. */
  readonly api: string
}

/** The names that are always answered, whatever others there are: pages and agents of yesterday know them. */
export const defaultPaths: WebPaths = { script: '/agent.js', api: '/api' }

/** What an agent asks; the rest of `/api` is for backends, which no blocker meets. */
const CALLS = ['/session', '/identify']

/** The address that our routes know for one that browsers were given. */
export function routedUrl(url: string, { script, api }: WebPaths): string {
  const at = url.indexOf('?')
  const [path, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)]
  if (path === script) return defaultPaths.script + query
  // A script tag takes the folder of its own address for the server's.
  const folder = script.slice(0, script.lastIndexOf('/'))
  const call = CALLS.find((name) => path === api + name || path === folder + api + name)
  return call === undefined ? url : defaultPaths.api + call + query
}
