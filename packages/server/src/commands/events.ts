import { type TracioEvent, toFlat, type WorkspaceId } from '@tracio/contract'
import type { Command } from 'commander'
import { explain, explainObservations } from '../explain.ts'
import { findEvent } from '../find-event.ts'
import { writeCursor } from '../search/cursor.ts'
import { readSearch } from '../search/search-parameters.ts'
import { storedSignals } from '../stored-signals.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, progressOption, workspaceOption } from './describe-command.ts'
import { errorMessage } from './error-message.ts'
import { explanationText } from './explanation-text.ts'
import { foundOrFail } from './found-or-fail.ts'
import { type ProgressOptions, showProgress } from './progress.ts'
import { searchOf, searchOptions } from './search-options.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { type EventStore, withEventStore, workspaceOf } from './store.ts'
import { properties, table } from './table.ts'

/** `tracio events`: what was seen, and why it was judged so. */
export function eventsCommand(context: CommandContext): Command {
  return describeCommand('events', 'stored events', [
    ['tracio events list', 'the newest'],
    ['tracio events search --bot-result bot --from 2026-11-01T00:00:00Z', 'bots of this month'],
  ])
    .addCommand(searchCommand(context, 'list', 'lists the newest events', ['order', 'limit', 'cursor']))
    .addCommand(getCommand(context))
    .addCommand(explainCommand(context))
    .addCommand(searchCommand(context, 'search', 'finds events by what is known of them; all that is given must hold'))
}

/** Options that all commands on the events of a workspace have. */
export interface InWorkspace extends ShowOptions {
  readonly workspace?: string
}

const searchExamples = {
  list: [
    ['tracio events list --limit 50', 'the newest fifty'],
    ['tracio events list --order oldest --json', 'from the beginning, for a program'],
  ],
  search: [
    ['tracio events search --linked-id user_42 --decision deny', 'what an account was denied'],
    ['tracio events search --ip 203.0.113.7 --json', 'what came from an address, for a program'],
  ],
} as const

function searchCommand(
  context: CommandContext,
  name: 'list' | 'search',
  description: string,
  only?: readonly string[],
): Command {
  const command = describeCommand(name, description, searchExamples[name])
  for (const option of searchOptions()) {
    if (only === undefined || only.includes(option.attributeName())) command.addOption(option)
  }
  return command
    .addOption(workspaceOption())
    .addOption(progressOption())
    .addOption(jsonOption())
    .action((options: InWorkspace & ProgressOptions) => {
      const parameters = searchOf({ ...options })
      return onEvents(context, options, async ({ search }, workspace) => {
        const query = readSearch(workspace, parameters)
        const line = showProgress(context.terminal, options)
        line.say('searching ...')
        const answer = await search.search(workspace, query)
        line.done()
        const { events, next } = foundOrFail(answer)
        const next_cursor = next && writeCursor(next, { workspace, ...query })
        show(context.terminal, options, { events: events.map(toFlat), next_cursor }, eventTable(events))
        if (next_cursor !== null && options.json !== true) {
          context.terminal.err(`There are more: repeat with --cursor ${next_cursor}\n`)
        }
      })
    })
}

function getCommand(context: CommandContext): Command {
  return describeCommand('get', 'shows one event, as the API shows it flat', [
    ['tracio events get 1763683200_0123456789ab', 'by its request id'],
  ])
    .argument('<requestId>', 'request id of the event')
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((requestId: string, options: InWorkspace) =>
      onEvents(context, options, async ({ ledger }, workspace) => {
        const event = toFlat(await findEvent(ledger, workspace, requestId))
        const lines = Object.entries(event).map(
          ([name, value]) => [name, value === null ? null : String(value)] as const,
        )
        show(context.terminal, options, { event }, properties(lines))
      }),
    )
}

function explainCommand(context: CommandContext): Command {
  return describeCommand('explain', 'says why an event is as it is, with all evidence; --json adds every signal', [
    ['tracio events explain 1763683200_0123456789ab', 'for people'],
    ['tracio events explain 1763683200_0123456789ab --json', 'all of it, for a program'],
  ])
    .argument('<requestId>', 'request id of the event')
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((requestId: string, options: InWorkspace) =>
      onEvents(context, options, async ({ ledger }, workspace) => {
        const event = await findEvent(ledger, workspace, requestId)
        const explanation = {
          ...explain(event),
          observations: explainObservations(await ledger.observations(workspace, event.requestId)),
          signals: await storedSignals(ledger, event),
        }
        show(context.terminal, options, { explanation }, explanationText(explanation))
      }),
    )
}

/** Opens the events of the workspace that is meant. */
export function onEvents(
  { config, terminal }: CommandContext,
  { workspace }: InWorkspace,
  work: (store: EventStore, workspace: WorkspaceId) => Promise<void>,
): Promise<void> {
  const report = (error: unknown): void => terminal.err(`${errorMessage(error)}\n`)
  return withEventStore(config(), report, async (store) => work(store, await workspaceOf(store.directory, workspace)))
}

/** A line an event. */
export function eventTable(events: readonly TracioEvent[]): string {
  const rows = events.map((event) => [
    showTime(event.at),
    event.requestId,
    event.identification.visitorId,
    event.identification.kind,
    event.bot.result,
    String(event.score.riskScore),
    event.decision.action,
    event.ip,
    [event.browser?.name, event.os?.name].filter((name) => name !== undefined).join(' on '),
    event.linkedId,
  ])
  const headings = ['time', 'request', 'visitor', 'match', 'bot', 'risk', 'action', 'address', 'browser', 'linked id']
  return table(headings, rows)
}
