import type { AddressRanges, ListPart } from '../list-parts.ts'
import type { Feed, FeedGates } from './feed.ts'
import type { FeedFolder } from './feed-folder.ts'
import type { FeedState } from './feed-state.ts'
import type { Inspection, InspectJob } from './inspect-list.ts'

/** Parses and judges a list, best in a thread of its own. */
export type Inspect = (job: InspectJob) => Promise<Inspection>

/** What it takes to read a version that lies on the disk. */
export interface LoadDeps {
  readonly folder: Pick<FeedFolder, 'readVersion'>
  readonly inspect: Inspect
  /** Whether the operator's own feeds may name private and documentation space. */
  readonly specialSpaceAllowed: boolean
}

/** For versions that were let in before. */
const OPEN_GATES: FeedGates = { entries: [0, Number.MAX_SAFE_INTEGER], strays: 'drop', changeMax: null }

/** Kinds that speak ill of an address. Half the public's resolvers stand in a data center, rightly. */
const ACCUSING: ReadonlySet<string> = new Set(['tor', 'relay', 'vpn', 'proxy', 'residential_proxy', 'threat'])

/** What is to be looked at in a list, and how strictly. */
export const inspectJob = (
  feed: Feed,
  bytes: Uint8Array,
  previous: readonly AddressRanges[] | null,
  specialSpaceAllowed: boolean,
): InspectJob => ({
  bytes,
  parser: feed.parser,
  options: {
    ...feed.options,
    ...(feed.provider === null ? {} : { provider: feed.provider }),
    unpackedBytesMax: feed.bytesMax,
  },
  gates: feed.gates,
  accuses: ACCUSING.has(feed.kind),
  previous,
  // A mirror in one's own network does not make the world's lists speak of that network.
  specialSpaceAllowed: specialSpaceAllowed && feed.licence === 'operator',
})

/** A version with what it says. */
export interface LoadedVersion {
  readonly sha256: string
  readonly parts: readonly ListPart[]
}

/** The newest version of a feed that is whole on the disk. Undefined: there is none. */
export async function loadVersion(
  feed: Feed,
  { current, previous }: Pick<FeedState, 'current' | 'previous'>,
  { folder, inspect, specialSpaceAllowed }: LoadDeps,
): Promise<LoadedVersion | undefined> {
  for (const version of [current, previous]) {
    if (version === null) continue
    const { sha256 } = version
    const bytes = await folder.readVersion(feed.id, sha256)
    if (bytes === undefined) continue
    const lenient = { ...feed, gates: OPEN_GATES }
    const inspection = await inspect({ ...inspectJob(lenient, bytes, null, specialSpaceAllowed), accuses: false })
    if ('parts' in inspection) return { sha256, parts: inspection.parts }
  }
  return undefined
}
