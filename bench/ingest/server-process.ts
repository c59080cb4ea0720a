import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverFlags } from '../../scripts/launcher/server-flags.mjs'
import { withoutDriverFlags } from './driver-flags.ts'
import type { ServerMessage, ServerWish } from './server.ts'

type Usage = Extract<ServerMessage, { kind: 'usage' }>

/** A server under test, as the driver sees it. */
export interface ServerProcess {
  readonly url: string
  readonly publicKey: string
  readonly databaseFile: string
  /** Processor time of all its threads, and the time of each step, since its start. */
  usage(): Promise<Usage>
  /** Makes ready so many ranges in lists like real ones. */
  drawLists(ranges: number): Promise<void>
  /** Compiles those beside whatever it does, and forgets the result. Milliseconds. */
  compileLists(): Promise<number>
  /** Ends it in order; its files stay until `dispose`. */
  stop(): Promise<void>
  dispose(): void
}

/** All load comes from one address, and how it waits is what is measured. */
const UNLIMITED = { TRACIO_RATE_PER_ADDRESS: '0', TRACIO_RATE_PER_SECRET: '0', TRACIO_MAX_PENDING: '100000' }

/** A kept store has events of fixed days: nothing of it may become too old, or every run would find another. */
const FOR_EVER = Object.fromEntries(
  ['EVENTS', 'READINGS', 'OBSERVATIONS', 'VISITORS'].map((kind) => [`TRACIO_RETENTION_${kind}_DAYS`, '0']),
)

/** Starts a server on a database of its own, or on one in `kept`, which `dispose` leaves where it is. */
export async function startServerProcess(mode: 'whole' | 'floor', kept?: string): Promise<ServerProcess> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), `tracio-bench-${mode}-`))
  const child = fork(join(import.meta.dirname, 'server.ts'), [mode], {
    // As `npm start` runs it.
    execArgv: [...withoutDriverFlags(process.execArgv), ...serverFlags],
    env: {
      ...process.env,
      TRACIO_PORT: '0',
      TRACIO_DATA_DIR: dataDir,
      TRACIO_LOG_LEVEL: 'error',
      TRACIO_DEMO: 'off',
      TRACIO_FEEDS: 'off',
      ...UNLIMITED,
      ...(kept === undefined ? {} : FOR_EVER),
    },
  })
  const next = <K extends ServerMessage['kind']>(_kind: K): Promise<Extract<ServerMessage, { kind: K }>> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`The ${mode} server ended with ${code}.`))
      child.once('exit', ended)
      child.once('message', (message: ServerMessage) => {
        child.off('exit', ended)
        // The protocol is strict question and answer: this is the answer to what was just asked.
        resolve(message as Extract<ServerMessage, { kind: K }>)
      })
    })
  const asked = <K extends ServerMessage['kind']>(kind: K, wish: ServerWish) => {
    const answer = next(kind)
    child.send(wish)
    return answer
  }
  const { url, publicKey } = await next('ready')
  return {
    url,
    publicKey,
    databaseFile: join(dataDir, 'tracio.sqlite'),
    usage: () => asked('usage', 'usage'),
    drawLists: async (ranges) => void (await asked('drawn', { draw: ranges })),
    compileLists: async () => (await asked('compiled', 'compile')).ms,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send('stop')
      }),
    dispose: () => {
      child.kill('SIGKILL')
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
