import { once } from 'node:events'
import { join } from 'node:path'
import type { NetworkHost } from './namespaces.ts'

const PROXY = join(import.meta.dirname, 'forward-proxy.ts')
const PORT = 3128

/** Starts an HTTP proxy on a host; `host:port` by each of its addresses, as a browser's settings want it. It ends with the host. */
export async function startProxyAt(host: NetworkHost): Promise<readonly string[]> {
  const child = host.spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROXY, String(PORT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('The proxy has no output.')
  await once(child.stdout, 'data')
  return host.addresses.map((address) => `${address.includes(':') ? `[${address}]` : address}:${PORT}`)
}
