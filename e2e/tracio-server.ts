import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { serverFlags } from '../scripts/launcher/server-flags.mjs'
import { type FetchInit, fetchAt } from './network/fetch-at.ts'
import type { NetworkHost } from './network/namespaces.ts'

/** The product as an operator runs it: its own process on its own database. */
export interface TracioServer {
  readonly url: string
  readonly dataDir: string
  readonly publicKey: string
  readonly apiSecret: string
  readonly workspaceId: string
  /** All that the process printed. */
  readonly printed: () => string
  /** A request of the operator's backend; answers the parsed body. */
  api(path: string, method?: string): Promise<{ readonly status: number; readonly body: ApiBody }>
  /** Sends a signal and waits for the end; the exit code, or null where the signal itself ended the process. */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Starts again on the same database. */
  restart(): Promise<TracioServer>
  /** Stops and deletes the database. */
  dispose(): Promise<void>
}

/** JSON of an answer: tests look at it with `toMatchObject`. */
export type ApiBody = Readonly<Record<string, unknown>>

interface Secrets {
  readonly publicKey: string
  readonly apiSecret: string
  readonly workspaceId: string
}

/** As `npm start` runs it. */
const NODE_FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning', ...serverFlags]

const CLI = join(import.meta.dirname, '../packages/server/src/cli.ts')

/** All visitors of these tests come from one address, and no test asks the internet for anything. */
const QUIET = { TRACIO_RATE_PER_ADDRESS: '0', TRACIO_FEEDS: 'off', TRACIO_NETWORKS: 'off', TRACIO_GEO_DEFAULT: 'off' }

/** A server that does not listen within this time has failed. */
const START_MAX_MS = 20_000

/** Starts a server with a database of its own; what the first start prints is read as an operator would. */
export async function startTracio(env: Readonly<Record<string, string>> = {}): Promise<TracioServer> {
  return launch(mkdtempSync(join(tmpdir(), 'tracio-e2e-')), env)
}

/** The same on a host of a made-up network, on all its addresses and the port that is usual. */
export async function startTracioAt(
  host: NetworkHost,
  env: Readonly<Record<string, string>> = {},
): Promise<TracioServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tracio-e2e-'))
  const { url: _everywhere, ...tracio } = await launch(
    dataDir,
    { TRACIO_HOST: '::', TRACIO_PORT: '8080', ...env },
    undefined,
    host,
  )
  return { ...tracio, url: `http://${host.addresses[0]}:8080` }
}

async function launch(
  dataDir: string,
  env: Readonly<Record<string, string>>,
  known?: Secrets,
  host?: NetworkHost,
): Promise<TracioServer> {
  const start =
    host?.spawn ?? ((command: string, args: readonly string[], how: SpawnOptions) => spawn(command, args, how))
  const child = start(process.execPath, [...NODE_FLAGS, CLI, 'serve'], {
    env: { ...process.env, TRACIO_PORT: '0', TRACIO_DATA_DIR: dataDir, TRACIO_LOG_LEVEL: 'warn', ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const url = await listening(child, (line) => (printed += `${line}\n`))
  const secrets = known ?? {
    publicKey: found(printed, /public key +(\S+)/),
    apiSecret: found(printed, /API secret +(\S+)/),
    workspaceId: found(printed, /workspace +(\S+)/),
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return {
    url,
    dataDir,
    ...secrets,
    printed: () => printed,
    end,
    api: async (path, method = 'GET') => {
      const init: FetchInit = { method, headers: { authorization: `Bearer ${secrets.apiSecret}` } }
      if (host) return (await fetchAt(host, url + path, init)) as { status: number; body: ApiBody }
      const response = await fetch(url + path, init)
      return { status: response.status, body: (await response.json()) as ApiBody }
    },
    restart: () => launch(dataDir, env, secrets, host),
    dispose: async () => {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function listening(child: ChildProcess, print: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${output}`)), START_MAX_MS)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`
        print(line)
        const url = /^TRACIO serves (\S+)/.exec(line)?.[1]
        if (url === undefined) return
        clearTimeout(timer)
        resolve(url)
      })
    }
  })
}

function found(printed: string, pattern: RegExp): string {
  const value = pattern.exec(printed)?.[1]
  if (value === undefined) throw new Error(`The first start did not print ${pattern}:\n${printed}`)
  return value
}
