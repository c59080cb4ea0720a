import { type TracioEvent, toFlat, toRfc3339, type VisitorId, type WorkspaceId } from '@tracio/contract'
import { type Command, InvalidArgumentError } from 'commander'
import { OperatorError } from '../operator-error.ts'
import { EVENTS_PER_PAGE_MAX, type EventSearch, type Position } from '../ports/event-search.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, progressOption, workspaceOption } from './describe-command.ts'
import { eventTable, type InWorkspace, onEvents } from './events.ts'
import { foundOrFail } from './found-or-fail.ts'
import { type Progress, type ProgressOptions, showProgress } from './progress.ts'
import { show, showTime } from './show.ts'
import type { EventStore } from './store.ts'
import { properties, table } from './table.ts'

/** Events that a list of visitors goes through at most: ten pages. Whoever came before them is found by search. */
const LISTED_FROM_EVENTS = 1000

/** Events that are shown of a visitor. */
const EVENTS_SHOWN = 20

const NOBODY = 'There is no such visitor in this workspace.'

/** `tracio visitors`: who was seen, and how they are forgotten. */
export function visitorsCommand(context: CommandContext): Command {
  return describeCommand('visitors', 'known visitors', [
    ['tracio visitors list', 'who came last'],
    ['tracio visitors delete 0123456789abcdef', 'forgets one for good'],
  ])
    .addCommand(listCommand(context))
    .addCommand(getCommand(context))
    .addCommand(deleteCommand(context))
}

interface ListOptions extends InWorkspace, ProgressOptions {
  readonly limit: number
}

function listCommand(context: CommandContext): Command {
  const description = `lists who came last, by the newest ${LISTED_FROM_EVENTS} events at most`
  return describeCommand('list', description, [
    ['tracio visitors list --limit 50', 'fifty of them'],
    ['tracio visitors list --json', 'for a program'],
  ])
    .option('--limit <number>', `visitors to list, 1 to ${EVENTS_PER_PAGE_MAX}`, parseLimit, EVENTS_SHOWN)
    .addOption(workspaceOption())
    .addOption(progressOption())
    .addOption(jsonOption())
    .action((options: ListOptions) =>
      onEvents(context, options, async ({ search }, workspace) => {
        const line = showProgress(context.terminal, options)
        const visitors = await latestVisitors(search, workspace, options.limit, line)
        line.done()
        const rows = visitors.map(({ identification, at, ip, linkedId }) => [
          identification.visitorId,
          showTime(at),
          ip,
          linkedId,
        ])
        const data = visitors.map(({ identification, at, requestId }) => ({
          visitor_id: identification.visitorId,
          last_seen_at: toRfc3339(at),
          last_request_id: requestId,
        }))
        const text = table(['visitor', 'last seen', 'address', 'linked id'], rows)
        show(context.terminal, options, { visitors: data }, text)
      }),
    )
}

/** The latest event of each visitor, the newest first. */
async function latestVisitors(
  search: EventSearch,
  workspace: WorkspaceId,
  limit: number,
  line: Progress,
): Promise<readonly TracioEvent[]> {
  const latest = new Map<VisitorId, TracioEvent>()
  let after: Position | undefined
  for (let seen = 0; seen < LISTED_FROM_EVENTS && latest.size < limit; seen += EVENTS_PER_PAGE_MAX) {
    line.say(`visitors: ${latest.size} in ${seen} events ...`)
    const query = { filter: {}, order: 'newest', limit: EVENTS_PER_PAGE_MAX, ...(after ? { after } : {}) } as const
    const { events, next } = foundOrFail(await search.search(workspace, query))
    for (const event of events) {
      const { visitorId } = event.identification
      if (visitorId !== null && !latest.has(visitorId)) latest.set(visitorId, event)
    }
    if (next === null) break
    after = next
  }
  return [...latest.values()].slice(0, limit)
}

function getCommand(context: CommandContext): Command {
  return describeCommand('get', `shows a visitor with the newest ${EVENTS_SHOWN} events`, [
    ['tracio visitors get 0123456789abcdef', 'all their events: tracio events search --visitor-id ...'],
  ])
    .argument('<visitorId>', 'visitor id as an event shows it')
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((text: string, options: InWorkspace) =>
      onEvents(context, options, async ({ search }, workspace) => {
        // Any text may be asked for; one that is no visitor id is simply not found.
        const visitorId = text as VisitorId
        const visitor = foundOrFail(await search.visitor(workspace, visitorId))
        if (!visitor) throw new OperatorError(NOBODY, 'notFound')
        const query = { filter: { visitorId }, order: 'newest', limit: EVENTS_SHOWN } as const
        const { events } = foundOrFail(await search.search(workspace, query))
        const data = {
          visitor_id: visitor.visitorId,
          first_seen_at: toRfc3339(visitor.firstSeenAt),
          last_seen_at: toRfc3339(visitor.lastSeenAt),
          visit_count: visitor.visits,
          event_count: visitor.events,
          linked_ids: visitor.linkedIds,
          events: events.map(toFlat),
        }
        const lines = properties([
          ['visitor', visitor.visitorId],
          ['first seen', data.first_seen_at],
          ['last seen', data.last_seen_at],
          ['visits', String(visitor.visits)],
          ['events', String(visitor.events)],
          ['linked ids', visitor.linkedIds.join(' ')],
        ])
        show(context.terminal, options, { visitor: data }, `${lines}\n${eventTable(events)}`)
      }),
    )
}

interface DeleteOptions extends InWorkspace, ProgressOptions {
  readonly yes?: boolean
}

function deleteCommand(context: CommandContext): Command {
  const { terminal } = context
  const description =
    'erases a visitor with all events, readings, cookies and keys, files included, for good. Works beside a running ' +
    'server, to which the browser is somebody new from then on'
  return describeCommand('delete', description, [
    ['tracio visitors delete 0123456789abcdef', 'asks before it does so'],
    ['tracio visitors delete 0123456789abcdef --yes', 'does not ask, for scripts'],
  ])
    .argument('<visitorId>', 'visitor id as an event shows it')
    .option('--yes', 'do not ask')
    .addOption(workspaceOption())
    .addOption(progressOption())
    .addOption(jsonOption())
    .action((text: string, options: DeleteOptions) =>
      onEvents(context, options, async ({ ledger, search }, workspace) => {
        // As above.
        const visitorId = text as VisitorId
        const visitor = foundOrFail(await search.visitor(workspace, visitorId))
        if (!visitor) throw new OperatorError(NOBODY, 'notFound')
        if (options.yes !== true && !(await agrees(context, visitor.events))) {
          throw new OperatorError('Nothing was erased.')
        }
        const line = showProgress(terminal, options)
        line.say(`erasing ${visitor.events} events ...`)
        const erased = await erase({ ledger, search }, workspace, visitorId).finally(line.done)
        if (!erased) throw new OperatorError(NOBODY, 'notFound')
        const done = { visitor_id: visitorId, erased, events: visitor.events }
        show(terminal, options, done, `Erased visitor ${visitorId} with ${visitor.events} events.\n`)
      }),
    )
}

/** What has begun is finished by the next start of the server, if not here: say so when the rest fails. */
async function erase(
  { ledger, search }: Pick<EventStore, 'ledger' | 'search'>,
  workspace: WorkspaceId,
  visitorId: VisitorId,
): Promise<boolean> {
  try {
    return await ledger.eraseVisitor(workspace, visitorId)
  } catch (error) {
    if (foundOrFail(await search.visitor(workspace, visitorId)) !== undefined) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(
      `The visitor is unknown from now on, but not all traces could be removed from the files: ${reason} ` +
        'The next start of the server finishes it.',
    )
  }
}

async function agrees({ terminal }: CommandContext, events: number): Promise<boolean> {
  if (!terminal.answers) {
    throw new OperatorError('Nobody can be asked here. Add --yes to erase without asking.', 'usage')
  }
  const answer = await terminal.ask(`Erase this visitor and ${events} events for good? Type "yes": `)
  return answer.trim().toLowerCase() === 'yes'
}

function parseLimit(text: string): number {
  const limit = Number(text)
  if (!/^\d+$/.test(text) || limit < 1 || limit > EVENTS_PER_PAGE_MAX) {
    throw new InvalidArgumentError(`It is a whole number from 1 to ${EVENTS_PER_PAGE_MAX}.`)
  }
  return limit
}
