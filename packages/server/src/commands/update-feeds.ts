import type { Command } from 'commander'
import type { Config } from '../config.ts'
import type { ChosenFeed } from '../ip/feeds/chosen-feeds.ts'
import type { Feed } from '../ip/feeds/feed.ts'
import { feedSettings } from '../ip/feeds/feed-settings.ts'
import { inspectList } from '../ip/feeds/inspect-list.ts'
import { updateDeps } from '../ip/feeds/update-deps.ts'
import { type UpdateDeps, type UpdateOutcome, updateFeed } from '../ip/feeds/update-feed.ts'
import { OperatorError } from '../operator-error.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, progressOption } from './describe-command.ts'
import { feedsAtHand } from './feeds-at-hand.ts'
import { type ProgressOptions, showProgress } from './progress.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { table } from './table.ts'

interface UpdateOptions extends ShowOptions, ProgressOptions {
  readonly accept?: boolean
}

/** `tracio feeds update`: fetches now; a running server takes what it finds within seconds. */
export function updateFeedsCommand({ config, terminal, now }: CommandContext): Command {
  const description =
    'fetches feeds, and keeps the last good version of those that fail. A running server takes what is new within ' +
    'seconds. Never asks a source more often than it likes. Ends with 1 when one of them was not taken'
  return describeCommand('update', description, [
    ['tracio feeds update', 'all that are due'],
    ['tracio feeds update ipsum', 'this one, due or not'],
    ['tracio feeds update ipsum --accept', 'takes a version that changed too much to be believed'],
  ])
    .argument('[ids...]', 'ids of feeds; none: all that are due')
    .option('--accept', 'believe the named feeds however much they changed')
    .addOption(progressOption())
    .addOption(jsonOption())
    .action(async (ids: readonly string[], options: UpdateOptions) => {
      const settings = config()
      const accept = options.accept === true
      if (accept && ids.length === 0) throw new OperatorError('Name the feeds to accept.', 'usage')
      const deps = updateDeps({
        dataDir: settings.dataDir,
        settings: feedSettings(settings),
        inspect: async (job) => inspectList(job),
        now,
        random: Math.random,
        // A person who has waited enough ends the program.
        signal: new AbortController().signal,
      })
      const wanted = await feedsToUpdate(settings, ids, deps)
      const line = showProgress(terminal, options)
      const results: Result[] = []
      for (const [at, feed] of wanted.entries()) {
        line.say(`feeds: ${at + 1} of ${wanted.length}, ${feed.id} ...`)
        results.push({ id: feed.id, outcome: await updateFeed(feed, deps, accept) })
      }
      line.done()
      const text =
        results.length === 0 ? 'No feed is due.\n' : table(['feed', 'result', 'entries', 'why'], results.map(rowOf))
      show(terminal, options, { feeds: results.map(dataOf) }, text)
      const missed = results.filter(({ outcome }) => 'problem' in outcome)
      if (missed.length > 0) {
        throw new OperatorError(`Not taken: ${missed.map(({ id }) => id).join(', ')}. The last good versions stay.`)
      }
    })
}

interface Result {
  readonly id: string
  readonly outcome: UpdateOutcome
}

async function feedsToUpdate(config: Config, ids: readonly string[], deps: UpdateDeps): Promise<readonly Feed[]> {
  const chosen = await feedsAtHand(config, ids)
  if (config.feeds === 'off') throw new OperatorError('Feeds are off. Set TRACIO_FEEDS to "on" or "manual".')
  const off = chosen.find(({ enabled }) => !enabled)
  if (ids.length > 0 && off) {
    throw new OperatorError(`The feed "${off.feed.id}" is off. TRACIO_FEEDS_ON and TRACIO_FEEDS_OFF say which are on.`)
  }
  const isWanted = async ({ feed, enabled }: ChosenFeed): Promise<boolean> =>
    enabled && (ids.length > 0 || (await deps.folder.readState(feed.id)).nextAt <= deps.now())
  const wanted = await Promise.all(chosen.map(isWanted))
  return chosen.flatMap(({ feed }, at) => (wanted[at] === true ? [feed] : []))
}

function rowOf({ id, outcome }: Result): readonly (string | null)[] {
  const entries = 'state' in outcome ? (outcome.state.current?.entries ?? null) : null
  return [id, outcome.result, entries === null ? null : String(entries), whyOf(outcome)]
}

function whyOf(outcome: UpdateOutcome): string | null {
  switch (outcome.result) {
    case 'accepted':
    case 'unchanged':
      return null
    case 'held':
    case 'failed':
      return `${outcome.problem.code}: ${outcome.problem.message}`
    case 'too_soon':
      return `asked at ${showTime(outcome.state.answeredAt)}, and the source does not like to be asked so often`
    case 'busy':
      return 'another process is updating it'
  }
}

const dataOf = ({ id, outcome }: Result): object => ({
  id,
  result: outcome.result,
  entries: 'state' in outcome ? (outcome.state.current?.entries ?? null) : null,
  problem: 'problem' in outcome ? outcome.problem : null,
  nextAt: 'state' in outcome ? showTime(outcome.state.nextAt) : null,
})
