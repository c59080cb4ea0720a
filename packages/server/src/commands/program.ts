import { Command } from 'commander'
import type { CommandContext } from './command-context.ts'
import { doctorCommand } from './doctor.ts'
import { eventsCommand } from './events.ts'
import { feedsCommand } from './feeds.ts'
import { keysCommand } from './keys.ts'
import { migrateCommand } from './migrate.ts'
import { serveCommand } from './serve.ts'
import { visitorsCommand } from './visitors.ts'

/** The whole command line. The manual is printed from the same tree. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('tracio')
    .description('Device identification and bot detection that you run yourself.')
    .helpCommand(false)
    .addCommand(serveCommand(context))
    .addCommand(migrateCommand(context))
    .addCommand(keysCommand(context))
    .addCommand(eventsCommand(context))
    .addCommand(visitorsCommand(context))
    .addCommand(feedsCommand(context))
    .addCommand(doctorCommand(context))
  prepare(program, context)
  return program
}

/** Help as wide as this on every terminal, so that the manual and the terminal agree. */
const HELP_WIDTH = 100

function prepare(command: Command, context: CommandContext): void {
  const { terminal } = context
  command.exitOverride().configureOutput({
    writeOut: terminal.out,
    writeErr: terminal.err,
    getOutHelpWidth: () => HELP_WIDTH,
    getErrHelpWidth: () => HELP_WIDTH,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  })
  for (const child of command.commands) prepare(child, context)
}
