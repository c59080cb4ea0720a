import type { Global } from './global.ts'
import type { TracioOptions } from './options.ts'

/** What the script's own address says: the public key as `k`, and the server as the place it came from. */
export function scriptDefaults({ document }: Global): Partial<TracioOptions> {
  // Modules and scripts that were inlined have no address.
  const script = document?.currentScript
  if (!script || !('src' in script) || typeof script.src !== 'string' || !script.src) return {}
  const { origin, pathname, searchParams } = new URL(script.src)
  const publicKey = searchParams.get('k')
  return { endpoint: origin + pathname.slice(0, pathname.lastIndexOf('/')), ...(publicKey ? { publicKey } : {}) }
}
