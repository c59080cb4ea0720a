import type { Command } from 'commander'
import { newWorkspaceId } from '../ids.ts'
import type { WorkspaceRecord } from '../ports/directory.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption } from './describe-command.ts'
import { parseName } from './parse-option.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { withStore } from './store.ts'
import { properties, table } from './table.ts'

/** `tracio keys workspaces`: what keeps the events of one customer apart from those of another. */
export function workspacesCommand(context: CommandContext): Command {
  return describeCommand('workspaces', 'workspaces, which share nothing', [
    ['tracio keys workspaces list', 'all of them'],
    ['tracio keys workspaces create --name "second shop"', 'one more, still without keys'],
  ])
    .addCommand(listCommand(context))
    .addCommand(createCommand(context))
}

function listCommand({ config, terminal }: CommandContext): Command {
  return describeCommand('list', 'lists the workspaces', [
    ['tracio keys workspaces list', 'a table'],
    ['tracio keys workspaces list --json', 'the same for a program'],
  ])
    .addOption(jsonOption())
    .action((options: ShowOptions) =>
      withStore(config(), async ({ directory }) => {
        const all = await directory.workspaceRecords()
        const rows = all.map(({ id, name, createdAt }) => [id, name, showTime(createdAt)])
        const data = { workspaces: all.map(workspaceData) }
        show(terminal, options, data, table(['workspace', 'name', 'created'], rows))
      }),
    )
}

interface CreateOptions extends ShowOptions {
  readonly name: string
}

function createCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('create', 'makes a workspace', [
    ['tracio keys workspaces create --name "second shop"', 'then give it keys with --workspace'],
  ])
    .requiredOption('--name <name>', 'whose it is', parseName)
    .addOption(jsonOption())
    .action(({ name, ...options }: CreateOptions) =>
      withStore(config(), async ({ directory }) => {
        const made = { id: newWorkspaceId(), name, createdAt: now() }
        await directory.addWorkspace(made.id, name, made.createdAt)
        const lines = properties([
          ['workspace', made.id],
          ['name', name],
        ])
        show(terminal, options, { workspace: workspaceData(made) }, lines)
      }),
    )
}

const workspaceData = ({ id, name, createdAt }: WorkspaceRecord): object => ({
  id,
  name,
  createdAt: showTime(createdAt),
})
