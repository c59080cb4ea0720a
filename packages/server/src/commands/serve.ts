import type { Command } from 'commander'
import { welcome } from '../first-start.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption } from './describe-command.ts'
import type { ShowOptions } from './show.ts'

/** How long a stop may take before the process ends regardless. */
const STOP_MAX_MS = 15_000

/** `tracio serve`: serves until the process is told to stop. */
export function serveCommand({ config, terminal }: CommandContext): Command {
  const description = 'serves TRACIO until it is told to stop (Ctrl-C, SIGTERM). Settings come from the environment'
  return describeCommand('serve', description, [
    ['tracio serve', 'what "npm start" does'],
    ['TRACIO_PORT=9000 TRACIO_DATA_DIR=/var/lib/tracio tracio serve', 'elsewhere'],
  ])
    .addOption(jsonOption())
    .action(async ({ json }: ShowOptions) => {
      const settings = config()
      // The server brings a hundred modules along, for which no other command should wait.
      const { startServer } = await import('../main.ts')
      const server = await startServer(settings)
      const stopped = untilStopped(server.close)
      if (json === true) {
        terminal.out(`${JSON.stringify({ url: server.url, first: server.first ?? null })}\n`)
      } else {
        if (server.first) terminal.out(`${welcome(server.first, server.url)}\n`)
        terminal.out(`TRACIO serves ${server.url} (demo: ${server.url}/demo). Stop with Ctrl-C.\n`)
      }
      await stopped
    })
}

/** Resolves when a signal has come and all is closed. A signal may come twice: from the terminal and from npm. */
function untilStopped(close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) return
        stopping = true
        setTimeout(() => process.exit(1), STOP_MAX_MS).unref()
        close().then(resolve, reject)
      })
    }
  })
}
