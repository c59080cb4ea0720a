import type { Command } from 'commander'
import { operatorListFiles } from '../ip/feeds/feed-settings.ts'
import type { FeedStatus } from '../ip/feeds/feed-status.ts'
import { inspectList } from '../ip/feeds/inspect-list.ts'
import { licences } from '../ip/feeds/licences.ts'
import { createOperatorLists, type OperatorListStatus } from '../ip/feeds/operator-lists.ts'
import type { CommandContext } from './command-context.ts'
import { databaseData, databaseText } from './database-text.ts'
import { databasesAtHand } from './databases-at-hand.ts'
import { describeCommand, jsonOption } from './describe-command.ts'
import { feedStatuses } from './feed-statuses.ts'
import { printable } from './printable.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { table } from './table.ts'

/** `tracio feeds status`: what the lists on the disk are worth. */
export function feedStatusCommand({ config, terminal, now }: CommandContext): Command {
  const description =
    'lists feeds and your own lists with sizes, ages, licences and the last error, and the databases of networks and places'
  return describeCommand('status', description, [
    ['tracio feeds status', 'a table'],
    ['tracio feeds status ipsum tor_bulk_exits --json', 'two of them, with everything that is known'],
  ])
    .argument('[ids...]', 'ids of feeds; none: all feeds, lists and databases')
    .addOption(jsonOption())
    .action(async (ids: readonly string[], options: ShowOptions) => {
      const settings = config()
      const statuses = await feedStatuses(settings, ids, now())
      const own = createOperatorLists(operatorListFiles(settings), async (job) => inspectList(job))
      if (ids.length === 0) await own.refresh()
      // Of named feeds nobody wants to know databases, the large ones of which take a moment to open.
      const databases =
        ids.length > 0
          ? undefined
          : await databasesAtHand(settings, { now, report: (message) => terminal.err(`${printable(message)}\n`) })
      const data = {
        feeds: statuses.map(feedData),
        lists: own.statuses().map(listData),
        ...(databases === undefined ? { networks: null, places: null } : databaseData(databases)),
      }
      const rows = [...statuses.map(feedRow), ...own.statuses().map(listRow)]
      show(
        terminal,
        options,
        data,
        `${table(['feed', 'kind', 'condition', 'entries', 'as of', 'licence', 'problem'], rows)}${
          databases === undefined ? '' : `\n${databaseText(databases)}`
        }`,
      )
    })
}

const feedRow = (status: FeedStatus): readonly (string | null)[] => [
  status.id,
  status.kind,
  status.condition,
  status.entries === null ? null : String(status.entries),
  showTime(status.asOf),
  status.licence,
  status.problem && `${status.problem.code}: ${status.problem.message}`,
]

const listRow = ({ id, kind, entries, asOf, problem }: OperatorListStatus): readonly (string | null)[] => [
  id,
  kind,
  'yours',
  entries === null ? null : String(entries),
  showTime(asOf),
  null,
  problem && `${problem.code}: ${problem.message}`,
]

/** As the API has it, and what only the operator should see. */
const feedData = ({ asOf, changedAt, nextAt, heldSince, problem, ...status }: FeedStatus): object => ({
  ...status,
  terms: licences[status.licence],
  asOf: showTime(asOf),
  changedAt: showTime(changedAt),
  nextAt: showTime(nextAt),
  heldSince: showTime(heldSince),
  problem: problem && { ...problem, at: showTime(problem.at) },
})

const listData = ({ asOf, ...status }: OperatorListStatus): object => ({ ...status, asOf: showTime(asOf) })
