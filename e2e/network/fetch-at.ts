import type { NetworkHost } from './namespaces.ts'

/** What a request may say beside its address. */
export interface FetchInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const PROGRAM = `
  const response = await fetch(process.argv[1], JSON.parse(process.argv[2]))
  process.stdout.write(JSON.stringify({ status: response.status, body: await response.json() }))
`

/** A request that leaves from a host; its status and its JSON. */
export async function fetchAt(
  host: NetworkHost,
  url: string,
  init: FetchInit = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const args = ['--input-type=module', '--eval', PROGRAM, url, JSON.stringify(init)]
  return JSON.parse(await host.run(process.execPath, ...args))
}
