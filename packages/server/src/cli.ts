/** The command line: `tracio serve`. */
import { ConfigError, readConfig } from './config.ts'
import { welcome } from './first-start.ts'
import { startServer } from './main.ts'

const HELP = `Usage: npm start

Serves TRACIO. Settings come from the environment; docs/configuration.md lists them.
`

/** How long a stop may take before the process ends regardless. */
const STOP_MAX_MS = 15_000

/** Serves until the process is told to stop. */
async function serve(): Promise<void> {
  const server = await startServer(readConfig())
  if (server.first) process.stdout.write(`${welcome(server.first, server.url)}\n`)
  process.stdout.write(`TRACIO serves ${server.url} (demo: ${server.url}/demo). Stop with Ctrl-C.\n`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), STOP_MAX_MS).unref()
      server.close().then(() => process.exit(0), fail)
    })
  }
}

/** One clear sentence for what an operator can mend, the whole story for what only we can. */
function fail(error: unknown): void {
  process.stderr.write(`${messageOf(error)}\n`)
  process.exit(1)
}

function messageOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}\nAnother program listens there. Stop it, or set TRACIO_PORT to a free port.`
  }
  if ('code' in error && error.code === 'EACCES') {
    return `${error.message}\nThis user may not do that. Choose another TRACIO_PORT or TRACIO_DATA_DIR.`
  }
  return error.stack ?? error.message
}

const [command = 'serve', ...rest] = process.argv.slice(2)
if (command === 'serve' && rest.length === 0) await serve().catch(fail)
else {
  process.stderr.write(HELP)
  process.exitCode = rest.includes('--help') || command === '--help' ? 0 : 2
}
