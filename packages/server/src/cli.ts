/** The command line: `tracio --help` lists the commands. */
import type { EpochMs } from '@tracio/contract'
import { runCommandLine } from './commands/run-command-line.ts'
import { processTerminal } from './commands/terminal.ts'
import { readConfig } from './config.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: processTerminal(process),
  config: () => readConfig(),
  now: () => Date.now() as EpochMs,
})
