import type { ListPart } from '../list-parts.ts'
import type { Feed } from './feed.ts'
import type { FeedFolder } from './feed-folder.ts'
import { type FeedState, newFeedState } from './feed-state.ts'
import { type LoadDeps, type LoadedVersion, loadVersion } from './load-version.ts'

/** What a running server holds of a feed. */
export interface HeldFeed {
  readonly state: FeedState
  /** Undefined: nothing that could be used lies on the disk. */
  readonly loaded: LoadedVersion | undefined
  /** Tells whether another process has written since. */
  readonly stamp: string | undefined
}

/** The feeds in memory, kept in step with the disk. */
export interface FeedStore {
  /** Reads what others wrote of these feeds, and forgets all other feeds. */
  sync(wanted: readonly Feed[], isBusy: (id: string) => boolean): Promise<void>
  get(id: string): HeldFeed
  /** Takes what this process has written itself; `parts` when the version is new. */
  put(id: string, state: FeedState, parts?: readonly ListPart[]): Promise<void>
}

const NOTHING: HeldFeed = { state: newFeedState, loaded: undefined, stamp: undefined }

export function createFeedStore(folder: FeedFolder, deps: LoadDeps): FeedStore {
  const held = new Map<string, HeldFeed>()
  const get = (id: string): HeldFeed => held.get(id) ?? NOTHING

  async function read(feed: Feed): Promise<void> {
    const stamp = await folder.stamp(feed.id)
    const before = get(feed.id)
    if (stamp === before.stamp) return
    const state = await folder.readState(feed.id)
    const isSame = before.loaded !== undefined && state.current?.sha256 === before.loaded.sha256
    held.set(feed.id, { state, loaded: isSame ? before.loaded : await loadVersion(feed, state, deps), stamp })
  }

  return {
    get,
    sync: async (wanted, isBusy) => {
      const ids = new Set(wanted.map(({ id }) => id))
      for (const id of [...held.keys()]) if (!ids.has(id)) held.delete(id)
      for (const feed of wanted) if (!isBusy(feed.id)) await read(feed)
    },
    put: async (id, state, parts) => {
      const stamp = await folder.stamp(id)
      const { loaded } = get(id)
      const sha256 = state.current?.sha256
      held.set(id, { state, loaded: parts && sha256 !== undefined ? { sha256, parts } : loaded, stamp })
    },
  }
}
