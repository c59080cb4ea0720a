import { feedStatuses } from '../commands/feed-statuses.ts'
import type { Config } from '../config.ts'
import type { FeedStatus } from '../ip/feeds/feed-status.ts'
import { type Check, type Diagnosis, ok, warning } from './check.ts'

/** Ids that fit a line; the status has them all. */
const NAMED_MAX = 8

/** Whether public lists of addresses are here, and young enough to say who is none of theirs. */
export const addressLists: Check = {
  id: 'address_lists',
  examine: async ({ config, now }) => judgeLists(await feedStatuses(config, [], now()), config.feeds),
}

/** Judges feeds by how they stand, and by whether anybody fetches them. */
export function judgeLists(
  statuses: readonly Pick<FeedStatus, 'id' | 'condition'>[],
  fetching: Config['feeds'],
): readonly Diagnosis[] {
  const idsOf = (...conditions: readonly FeedStatus['condition'][]): readonly string[] =>
    statuses.filter(({ condition }) => conditions.includes(condition)).map(({ id }) => id)
  if (fetching === 'off') return [ok('No public lists of addresses are used, as TRACIO_FEEDS says.')]
  const [fresh, never, old] = [idsOf('fresh'), idsOf('never_fetched'), idsOf('stale', 'dropped')]
  const wanted = fresh.length + never.length + old.length
  if (wanted === 0) return [ok('All public lists of addresses are switched off, one by one.')]
  if (never.length === wanted) {
    return [
      warning(
        'No list of addresses was fetched yet: VPNs, proxies, Tor and relays are known by their networks alone.',
        fetching === 'manual'
          ? 'Run "tracio feeds update", or copy the folder "feeds" of another machine.'
          : 'Start the server, which fetches them in its first minutes, or run "tracio feeds update".',
      ),
    ]
  }
  return [
    ok(`${fresh.length} of ${wanted} lists of addresses are current.`),
    ...(never.length === 0 ? [] : [warning(`Never fetched: ${named(never)}.`, WHY)]),
    ...(old.length === 0 ? [] : [warning(`Too old to clear anybody: ${named(old)}.`, WHY)]),
  ]
}

const WHY = '"tracio feeds status" says why. Switch off what you cannot have: TRACIO_FEEDS_OFF.'

const named = (ids: readonly string[]): string =>
  ids.length <= NAMED_MAX ? ids.join(', ') : `${ids.slice(0, NAMED_MAX).join(', ')} and ${ids.length - NAMED_MAX} more`
