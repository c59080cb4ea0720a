import type { ListKind, ThreatKind } from '@tracio/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { customFeedMistake } from '../ip/feeds/custom-feed-mistake.ts'
import {
  COLUMN_MAX,
  type CustomFeed,
  feedKinds,
  PERIOD_MS_MAX,
  PERIOD_MS_MIN,
  readCustomFeeds,
  threatKinds,
  writeCustomFeeds,
} from '../ip/feeds/custom-feeds.ts'
import { createFeedFolder } from '../ip/feeds/feed-folder.ts'
import { feedTable } from '../ip/feeds/feed-table.ts'
import { type ParserName, parserNames } from '../ip/parse/parse-list.ts'
import { OperatorError } from '../operator-error.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption } from './describe-command.ts'
import { parseName, parsePeriod, repeatable } from './parse-option.ts'
import { type ShowOptions, show } from './show.ts'
import { properties } from './table.ts'

const PROTOCOLS = ['http', 'socks4', 'socks5'] as const

interface AddOptions extends ShowOptions {
  readonly url: string
  readonly kind: Exclude<ListKind, 'allow' | 'block' | 'office'>
  readonly parser: ParserName
  readonly threat?: ThreatKind
  readonly provider?: string
  readonly every: number
  readonly clears?: boolean
  readonly column?: number
  readonly header?: boolean
  readonly path?: readonly string[]
  readonly protocol?: (typeof PROTOCOLS)[number]
}

/** `tracio feeds add`: a list that TRACIO does not know of itself. */
export function addFeedCommand({ config, terminal }: CommandContext): Command {
  const description =
    'adds a feed of your own. A running server fetches it within seconds. Private addresses are refused unless ' +
    'TRACIO_FEEDS_PRIVATE is on'
  return describeCommand('add', description, [
    ['tracio feeds add acme_vpn --url https://lists.example/vpn.txt --kind vpn --provider Acme', 'one entry a line'],
    [
      'tracio feeds add honeypot --url https://lists.example/seen.json --parser json_path --path "[].ip" --kind threat --threat attackSource --every 1h',
      'addresses somewhere in JSON',
    ],
    [
      'tracio feeds add scanners --url https://lists.example/seen.csv --parser csv_column --column 2 --header --kind datacenter',
      'the third column of CSV',
    ],
  ])
    .argument('<id>', 'small letters, digits and underscores; shown with every hit', parseFeedId)
    .requiredOption('--url <url>', 'where the list is', parseUrl)
    .addOption(new Option('--kind <kind>', 'what its addresses are').choices(feedKinds).makeOptionMandatory())
    .addOption(new Option('--parser <format>', 'its format').choices(parserNames).default('plain'))
    .addOption(new Option('--threat <threat>', 'what it accuses of, for the kind "threat"').choices(threatKinds))
    .option('--provider <name>', 'whom its addresses belong to', parseName)
    .option(
      '--every <time>',
      'how often to ask: "6h", "1d"',
      parsePeriod(PERIOD_MS_MIN, PERIOD_MS_MAX),
      PERIOD_MS_DEFAULT,
    )
    .option('--clears', 'it is complete: while it is fresh, an address that it does not list is not of its kind')
    .option('--column <number>', 'column of addresses, counted from 0, for "csv_column"', parseColumn)
    .option('--header', 'the first line names the columns, for "csv_column"')
    .option(
      '--path <path>',
      'where addresses stand, for "json_path" (repeatable)',
      repeatable((text) => text),
    )
    .addOption(new Option('--protocol <protocol>', 'what its proxies speak, for "proxies"').choices(PROTOCOLS))
    .addOption(jsonOption())
    .action(async (id: string, options: AddOptions) => {
      const { dataDir } = config()
      const feed = feedOf(id, options)
      const others = await readCustomFeeds(dataDir)
      if ([...feedTable, ...others].some((other) => other.id === id)) {
        throw new OperatorError(
          `There is a feed "${id}" already. Choose another id, or remove that one first.`,
          'usage',
        )
      }
      await writeCustomFeeds(dataDir, [...others, feed])
      const lines = properties([
        ['feed', id],
        ['url', feed.url],
        ['kind', feed.threat === undefined ? feed.kind : `${feed.kind}: ${feed.threat}`],
        ['parser', feed.parser],
      ])
      show(terminal, options, { feed }, lines)
    })
}

/** `tracio feeds remove`: takes a feed of one's own away, with all that was stored of it. */
export function removeFeedCommand({ config, terminal }: CommandContext): Command {
  return describeCommand('remove', 'removes a feed of your own, with all that was stored of it', [
    ['tracio feeds remove acme_vpn', 'a running server forgets it within seconds'],
  ])
    .argument('<id>', 'id of the feed')
    .addOption(jsonOption())
    .action(async (id: string, options: ShowOptions) => {
      const { dataDir } = config()
      const feeds = await readCustomFeeds(dataDir)
      if (feedTable.some((feed) => feed.id === id)) {
        throw new OperatorError(`"${id}" is built in. Name it in TRACIO_FEEDS_OFF to do without it.`, 'usage')
      }
      if (!feeds.some((feed) => feed.id === id))
        throw new OperatorError(`There is no feed "${id}" of yours.`, 'notFound')
      await writeCustomFeeds(
        dataDir,
        feeds.filter((feed) => feed.id !== id),
      )
      await createFeedFolder(dataDir).remove(id)
      show(terminal, options, { removed: id }, `The feed "${id}" is removed.\n`)
    })
}

const PERIOD_MS_DEFAULT = 86_400_000

function feedOf(id: string, options: AddOptions): CustomFeed {
  const { url, kind, parser, threat, provider, every, clears, column, header, path, protocol } = options
  const forParser = {
    ...(column === undefined ? {} : { column }),
    ...(header === undefined ? {} : { header }),
    ...(path === undefined ? {} : { paths: [...path] }),
    ...(protocol === undefined ? {} : { protocol }),
  }
  const feed: CustomFeed = {
    id,
    url,
    parser,
    ...(Object.keys(forParser).length === 0 ? {} : { options: forParser }),
    kind,
    ...(threat === undefined ? {} : { threat }),
    ...(provider === undefined ? {} : { provider }),
    periodMs: every,
    clears: clears === true,
  }
  const mistake = customFeedMistake(feed)
  if (mistake !== undefined) throw new OperatorError(mistake, 'usage')
  return feed
}

function parseFeedId(text: string): string {
  if (!/^[a-z][a-z0-9_]{0,63}$/.test(text) || text.startsWith('operator_')) {
    throw new InvalidArgumentError(
      'An id is a small letter and up to 63 more, digits or underscores, not "operator_...".',
    )
  }
  return text
}

function parseUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('An http or https address is needed.')
  return url.href
}

function parseColumn(text: string): number {
  const column = Number(text)
  if (!/^\d+$/.test(text) || column > COLUMN_MAX) throw new InvalidArgumentError(`A number from 0 to ${COLUMN_MAX}.`)
  return column
}
