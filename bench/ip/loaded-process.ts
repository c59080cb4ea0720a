/** A process that loads everything as a server does, and measures itself. Started by `measure-loaded.ts`. */
import { setTimeout as pause } from 'node:timers/promises'
import type { EpochMs } from '@tracio/contract'
import { readAsClasses, readNotHosting } from '../../packages/server/src/ip/asn/as-classes.ts'
import { createNetworks } from '../../packages/server/src/ip/asn/networks.ts'
import { openAsnTable } from '../../packages/server/src/ip/asn/open-asn-table.ts'
import { createGeo } from '../../packages/server/src/ip/geo/create-geo.ts'
import { openDatabases } from '../../packages/server/src/ip/geo/open-databases.ts'
import { createIpIntelligence } from '../../packages/server/src/ip/ip-intelligence.ts'
import { parseAddress } from '../../packages/server/src/ip/parse-address.ts'
import { compileLists } from '../../packages/server/src/ip/ranges/compile.ts'
import { createRandom } from '../ingest/random.ts'
import { drawAddresses } from './addresses.ts'
import { drawLists } from './lists.ts'
import type { LoadedFigures, LoadOrder } from './measure-loaded.ts'
import { timeEach } from './time-each.ts'

/** V8 keeps the pages of a thread that has ended for some 8 s, in case another starts (Node 24, November 2026). */
const SETTLE_MS = 12_000

/** What has begun before is over by then. */
const CALM_MS = 300

// `measure-loaded.ts` passes these.
const { ranges, addresses, cacheFile, seed } = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
const random = createRandom(seed)

/** Resident memory, when everything is gone that can go. */
async function residentBytes(settleMs: number): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    await pause(settleMs / 3)
  }
  return process.memoryUsage().rss
}

const emptyBytes = await residentBytes(CALM_MS)
const openedAt = performance.now()
const outcome = await openAsnTable(cacheFile)
const openMs = performance.now() - openedAt
const networks = createNetworks(outcome, readAsClasses())
const exceptions = [{ feed: 'datacenters', ranges: networks.rangesOf(readNotHosting()) }]
const places = await openDatabases(
  { geoDatabases: [], geoDefault: 'city' },
  {
    report: (message) => {
      throw new Error(message)
    },
  },
)

/** When the lists were read, if anybody asks. */
const asOf = 1_795_219_200_000 as EpochMs

let longestPauseMs = 0
let tickedAt = performance.now()
const ticker = setInterval(() => {
  longestPauseMs = Math.max(longestPauseMs, performance.now() - tickedAt - 1)
  tickedAt = performance.now()
}, 1)
let lists = drawLists(ranges, random)
await pause(CALM_MS)
longestPauseMs = 0
const compiledAt = performance.now()
const set = await compileLists(lists, exceptions)
const compileMs = performance.now() - compiledAt
await pause(10)
clearInterval(ticker)
lists = []
const busyBytes = process.memoryUsage().rss
const loadedBytes = await residentBytes(SETTLE_MS)

const { facts } = createIpIntelligence({
  ranges: { current: () => set },
  networks,
  geo: createGeo(places),
  feeds: { asOf: () => asOf, gaps: () => ({ 4: {}, 6: {} }) },
})
const texts = drawAddresses(addresses, random)
timeEach(texts.slice(0, Math.ceil(texts.length / 4)), facts)
const times = timeEach(texts, facts)
const parsed = texts.map(parseAddress)
const placed = texts.filter((text) => facts(text).place).length
const listed = parsed.filter((address) => address && set.lookup(address)).length
const figures: LoadedFigures = {
  ...times,
  listedShare: listed / texts.length,
  placedShare: placed / texts.length,
  addedBytes: loadedBytes - emptyBytes,
  addedAtOnceBytes: busyBytes - emptyBytes,
  rangeSetBytes: set.bytes,
  networkBytes: 'table' in outcome ? outcome.table.bytes : 0,
  segments: set.compiled.table.v4.values.length + set.compiled.table.v6.values.length,
  sourceSets: set.compiled.sets.offsets.length - 1,
  compileMs,
  longestPauseMs,
  openMs,
}
process.send?.(figures)
