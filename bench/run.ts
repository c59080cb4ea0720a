/** `npm run bench -- <name> [flags]`: runs one benchmark and prints its table and, as the last line, its JSON. */
import { join } from 'node:path'
import { runNode } from '../scripts/launcher/run-node.mjs'
import { driverFlags, isDriver } from './ingest/driver-flags.ts'

type Bench = (args: readonly string[]) => Promise<boolean>

/** Loaded when it is wanted: what stands by while another process drives must not have much to collect. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  agent: async () => (await import('./agent/agent.ts')).agentBench,
  ingest: async () => (await import('./ingest/ingest.ts')).ingestBench,
  interaction: async () => (await import('./agent/interaction.ts')).interactionBench,
  ip: async () => (await import('./ip/ip.ts')).ipBench,
  search: async () => (await import('./search/search.ts')).searchBench,
  velocity: async () => (await import('./velocity/velocity.ts')).velocityBench,
}

/** Those that drive a server from this process, which then is started again in the way of a driver. */
const driving: readonly string[] = ['ingest', 'ip', 'search']

const [name = '', ...args] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  process.stderr.write(`Usage: npm run bench -- <name> [flags]\nBenchmarks: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
if (driving.includes(name) && !isDriver(process.execArgv)) {
  const again = [...driverFlags, 'bench/run.ts', name, ...args]
  process.exitCode = await runNode([process.execPath], again, join(import.meta.dirname, '..'))
} else {
  const bench = await load()
  process.exitCode = (await bench(args)) ? 0 : 1
}
