import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findProgram, type Program } from '../../scripts/testing/programs.ts'
import type { NetworkHost } from './namespaces.ts'

/** Not among the programs that tests install: its package starts a server on the machine that gets it. */
const coturn: Program = {
  title: 'coturn',
  setting: 'TRACIO_TEST_COTURN',
  names: ['turnserver'],
  package: 'coturn',
}

const CONFIGURATION = join(import.meta.dirname, '../../deploy/coturn/turnserver.conf')

/** A coturn that runs. */
export interface Coturn {
  /** All that it logged. */
  readonly logged: () => string
  close(): Promise<void>
}

/** Whether coturn is on this machine. */
export const hasCoturn = (): boolean => findProgram(coturn, process.env) !== undefined

/** Starts coturn on a host with the configuration that we ship, the secret put in. Resolves when it listens. */
export async function startCoturnAt(host: NetworkHost, secret: string): Promise<Coturn> {
  const directory = mkdtempSync(join(tmpdir(), 'tracio-coturn-'))
  const file = join(directory, 'turnserver.conf')
  const shipped = readFileSync(CONFIGURATION, 'utf8').replaceAll('CHANGE-ME-letters-digits-dashes', secret)
  // Where it keeps what a package would have made a place for.
  writeFileSync(file, `${shipped}\nuserdb=${directory}/turndb\npidfile=${directory}/pid\n`)
  const child = host.spawn(findProgram(coturn, process.env) ?? '', ['-c', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  let logged = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`coturn ended with ${code}:\n${logged}`)))
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        logged += `${line}\n`
        if (/Total General servers/.test(line)) resolve()
      })
    }
  })
  return {
    logged: () => logged,
    close: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
