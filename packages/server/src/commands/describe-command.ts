import { Command, Option } from 'commander'

/** A line to paste and what it does. */
export type Example = readonly [line: string, meaning: string]

/** Declares a command with examples in its help. */
export function describeCommand(name: string, description: string, examples: readonly Example[]): Command {
  const lines = examples.map(([line, meaning]) => `  # ${meaning}\n  ${line}`)
  return new Command(name)
    .description(description)
    .helpCommand(false)
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

/** `--json`, which every command with a result has. */
export const jsonOption = (): Option => new Option('--json', 'print the result as JSON')

/** `--progress`, of commands that may take long. */
export const progressOption = (): Option =>
  new Option('--progress', 'say on standard error how far it is, also where no terminal is')

/** `--workspace`, needed only where there are several. */
export const workspaceOption = (): Option =>
  new Option('--workspace <id>', 'workspace; may be left out while there is only one')
