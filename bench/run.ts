/** `npm run bench -- <name> [flags]`: runs one benchmark and prints its table and, as the last line, its JSON. */
import { agentBench } from './agent/agent.ts'
import { interactionBench } from './agent/interaction.ts'
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

const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
if (!bench) {
  process.stderr.write(`Usage: npm run bench -- <name> [flags]\nBenchmarks: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
process.exitCode = (await bench(args)) ? 0 : 1
