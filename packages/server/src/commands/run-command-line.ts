import { CommanderError } from 'commander'
import { exitCodes } from '../operator-error.ts'
import type { CommandContext } from './command-context.ts'
import { errorMessage, exitCodeOf } from './error-message.ts'
import { createProgram } from './program.ts'

/** Runs one command line, without a command `serve`, and gives the code to end with. Never throws. */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    await createProgram(context).parseAsync(args.length === 0 ? ['serve'] : args, { from: 'user' })
    return exitCodes.fine
  } catch (error) {
    // Help that was asked for is fine; all else that commander ends with is wrong usage, which it has explained.
    if (error instanceof CommanderError)
      return error.code === 'commander.helpDisplayed' ? exitCodes.fine : exitCodes.usage
    context.terminal.err(`${errorMessage(error)}\n`)
    return exitCodeOf(error)
  }
}
