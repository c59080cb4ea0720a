/** `npm run bench -- <name> [flags]`: runs one benchmark and prints its table and, as the last line, its JSON. */
import { join } from 'node:path'
import { runNode } from '../scripts/launcher/run-node.mjs'
import { agentBench } from './agent/agent.ts'
import { interactionBench } from './agent/interaction.ts'
import { driverFlags, isDriver } from './ingest/driver-flags.ts'
import { ingestBench } from './ingest/ingest.ts'
import { ipBench } from './ip/ip.ts'
import { searchBench } from './search/search.ts'
import { velocityBench } from './velocity/velocity.ts'

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  agent: agentBench,
  ingest: ingestBench,
  interaction: interactionBench,
  ip: ipBench,
  search: searchBench,
  velocity: velocityBench,
}

/** Those that drive a server from this process, which then is started again in the way of a driver. */
const driving: readonly string[] = ['ingest', 'ip', 'search']

const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
if (!bench) {
  process.stderr.write(`Usage: npm run bench -- <name> [flags]\nBenchmarks: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
if (driving.includes(name) && !isDriver(process.execArgv)) {
  const again = [...driverFlags, 'bench/run.ts', name, ...args]
  process.exitCode = await runNode([process.execPath], again, join(import.meta.dirname, '..'))
} else {
  process.exitCode = (await bench(args)) ? 0 : 1
}
