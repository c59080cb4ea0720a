import type { Command } from 'commander'
import { createFeedFolder } from '../ip/feeds/feed-folder.ts'
import { operatorListFiles } from '../ip/feeds/feed-settings.ts'
import type { FeedState } from '../ip/feeds/feed-state.ts'
import { type FeedStatus, feedStatus } from '../ip/feeds/feed-status.ts'
import { inspectList } from '../ip/feeds/inspect-list.ts'
import { licences } from '../ip/feeds/licences.ts'
import { createOperatorLists, type OperatorListStatus } from '../ip/feeds/operator-lists.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption } from './describe-command.ts'
import { feedsAtHand } from './feeds-at-hand.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { table } from './table.ts'

/** `tracio feeds status`: what the lists on the disk are worth. */
export function feedStatusCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('status', 'lists feeds and your own lists with sizes, ages, licences and the last error', [
    ['tracio feeds status', 'a table'],
    ['tracio feeds status ipsum tor_bulk_exits --json', 'two of them, with everything that is known'],
  ])
    .argument('[ids...]', 'ids of feeds; none: all feeds and lists')
    .addOption(jsonOption())
    .action(async (ids: readonly string[], options: ShowOptions) => {
      const settings = config()
      const folder = createFeedFolder(settings.dataDir)
      const statuses = await Promise.all(
        (await feedsAtHand(settings, ids)).map(async (one) =>
          feedStatus(one, await wholeState(folder, one.feed.id), now()),
        ),
      )
      const own = createOperatorLists(operatorListFiles(settings), async (job) => inspectList(job))
      if (ids.length === 0) await own.refresh()
      const data = { feeds: statuses.map(feedData), lists: own.statuses().map(listData) }
      const rows = [...statuses.map(feedRow), ...own.statuses().map(listRow)]
      show(
        terminal,
        options,
        data,
        table(['feed', 'kind', 'condition', 'entries', 'as of', 'licence', 'problem'], rows),
      )
    })
}

/** What the state says, without a version that has been lost. */
async function wholeState(folder: ReturnType<typeof createFeedFolder>, id: string): Promise<FeedState> {
  const state = await folder.readState(id)
  const isWhole = state.current !== null && (await folder.readVersion(id, state.current.sha256)) !== undefined
  return isWhole ? state : { ...state, current: null }
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
