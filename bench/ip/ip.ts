import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAsClasses, readNotHosting } from '../../packages/server/src/ip/asn/as-classes.ts'
import { createNetworks } from '../../packages/server/src/ip/asn/networks.ts'
import { openAsnTable } from '../../packages/server/src/ip/asn/open-asn-table.ts'
import { createRandom } from '../ingest/random.ts'
import { againstBar, againstReference, median, quantile, type Result, report, told } from '../report.ts'
import { accuracy } from './accuracy.ts'
import { BLOCK_LIST_RULES, blockListTimes } from './block-list-times.ts'
import { type LoadedFigures, measureLoaded } from './measure-loaded.ts'
import type { CallTimes } from './time-each.ts'
import { type VisitTimes, visitsBesideCompile } from './visits-beside-compile.ts'

const HELP = `npm run bench -- ip [--ranges 1200000] [--addresses 200000] [--lists FOLDER]

Compiles lists with random ranges in a thread, beside the databases of networks and of cities, in a process that has nothing else
in its memory, and looks up random addresses there, one of four IPv6: all facts, from the address as text. Beside it node:net's
BlockList with ${BLOCK_LIST_RULES} rules. Then a server compiles the same lists while visits come in at half of what it takes.

  --ranges N      IPv4 ranges in 13 lists that are made like real ones; some 15 IPv6 ranges come with every hundred
  --addresses N   addresses that are looked up
  --lists FOLDER  real lists, by which known servers and homes are judged as well; see real-lists.ts for the files
`

/** Figures of DESIGN, for everything that is known of an address. */
const BAR = { medianUs: 8, addedMb: 250, compileS: 5, visitP99Ratio: 1.5 } as const

/** The lists and addresses are always the same. */
const SEED = 20_261_122

/** Lookups, memory, and compiling of lists and networks. */
export async function ipBench(args: readonly string[]): Promise<boolean> {
  const flags = readFlags(args)
  if (flags === undefined) return true
  const { ranges, addresses, lists } = flags
  say(`load: ${ranges} IPv4 ranges in 13 lists and IPv6 ranges beside them, ${addresses} addresses`)
  const folder = mkdtempSync(join(tmpdir(), 'tracio-bench-ip-'))
  try {
    const order = { ranges, addresses, cacheFile: join(folder, 'networks.table'), seed: SEED }
    const first = await measureLoaded(order)
    const later = await measureLoaded(order)
    const results = figures(first, later, blockListTimes(createRandom(SEED)))
    results.push(...besideCompile(await visitsBesideCompile({ ranges, seed: SEED, say })))
    if (lists !== undefined) results.push(...(await judgedBy(lists, order.cacheFile)))
    return report('ip', results, (text) => process.stdout.write(text))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Known servers and homes, judged by the lists of a folder. */
async function judgedBy(folder: string, cacheFile: string): Promise<readonly Result[]> {
  const networks = createNetworks(await openAsnTable(cacheFile), readAsClasses())
  const ranges = networks.rangesOf(readNotHosting())
  const exceptions = ['x4bnet_datacenter_ipv4', 'x4bnet_datacenter_ipv6'].map((feed) => ({ feed, ranges }))
  return accuracy({ folder, networks, exceptions, random: createRandom(SEED), say })
}

/** The first start has compiled the database of networks, the later one has found it. */
export function figures(first: LoadedFigures, later: LoadedFigures, blockList: CallTimes): Result[] {
  const { medianUs, p99Us } = later
  const lookup = againstBar('all facts of an address, median', 'us', medianUs, BAR.medianUs, 'lower')
  return [
    { ...lookup, reference: blockList.medianUs, ratio: medianUs / blockList.medianUs },
    { ...told('the same, p99', 'us', p99Us), reference: blockList.p99Us, ratio: p99Us / blockList.p99Us },
    told('addresses that a list names', 'share', later.listedShare),
    told('addresses with a place', 'share', later.placedShare),
    againstBar('memory added, after the first start', 'MB', first.addedBytes / 1e6, BAR.addedMb, 'lower'),
    againstBar('memory added, after a later start', 'MB', later.addedBytes / 1e6, BAR.addedMb, 'lower'),
    told('memory added right after a compile', 'MB', later.addedAtOnceBytes / 1e6),
    told('of what stays, lists', 'MB', later.rangeSetBytes / 1e6),
    told('of what stays, networks', 'MB', later.networkBytes / 1e6),
    told('segments', 'count', later.segments),
    told('sets of sources', 'count', later.sourceSets),
    againstBar('compiling the lists in the thread', 's', later.compileMs / 1000, BAR.compileS, 'lower'),
    told('longest pause of the main thread meanwhile', 'ms', later.longestPauseMs),
    told('opening the networks, first start', 'ms', first.openMs),
    told('opening the networks, later start', 'ms', later.openMs),
  ]
}

/** Latency of visits while lists are compiled, beside that of visits before and after. */
function besideCompile({ perSecond, calm, compiling, compileMs }: VisitTimes): Result[] {
  const p99 = (rounds: VisitTimes['calm']): number => median(rounds.map((ms) => quantile(ms, 0.99)))
  return [
    told('half load', 'req/s', perSecond),
    againstReference('visits during a compile, p99', 'ms', p99(compiling), p99(calm), BAR.visitP99Ratio, 'lower'),
    told('compiling meanwhile', 's', median(compileMs) / 1000),
  ]
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Undefined when only help was wanted. */
function readFlags(
  args: readonly string[],
): { readonly ranges: number; readonly addresses: number; readonly lists: string | undefined } | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ranges: { type: 'string', default: '1200000' },
      addresses: { type: 'string', default: '200000' },
      lists: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const [ranges, addresses] = [Number(values.ranges), Number(values.addresses)]
  if (!(ranges >= 1000 && addresses >= 1000)) throw new Error('--ranges and --addresses must be at least 1000.')
  return { ranges, addresses, lists: values.lists }
}
