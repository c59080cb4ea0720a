import { type AssembledLists, assembleLists, type LoadedFeed } from './assemble-lists.ts'

/** A list in use, with a word that changes when its content does. */
export type UsableList = LoadedFeed & { readonly version: string }

/** What compiling needs. `Compiled` is what looks addresses up. */
export interface CompilerDeps<Compiled> {
  /** Makes one thing of all lists, in a thread of its own. Leaves the lists as they are. */
  readonly compile: (lists: AssembledLists) => Promise<Compiled>
  /** Takes it into use. */
  readonly replace: (compiled: Compiled) => void
  readonly now: () => number
  /** How long a change waits for others that are on their way. */
  readonly gatherMs: number
}

/** Compiles lists when they have changed. */
export interface ListCompiler {
  /** True: they were compiled and taken into use. `isMoreComing`: waiting for a while saves compiling once for each. */
  offer(lists: readonly UsableList[], isMoreComing: boolean): Promise<boolean>
  /** Whether a list of this feed is in use. */
  uses(feed: string): boolean
}

export function createListCompiler<Compiled>({
  compile,
  replace,
  now,
  gatherMs,
}: CompilerDeps<Compiled>): ListCompiler {
  let inUse = ''
  let ids: ReadonlySet<string> = new Set()
  let changedAt: number | undefined
  return {
    offer: async (lists, isMoreComing) => {
      const offered = lists.map(({ feed, version }) => `${feed.id}:${version}`).join(' ')
      if (offered === inUse) return false
      changedAt ??= now()
      if (isMoreComing && now() - changedAt < gatherMs) return false
      replace(await compile(assembleLists(lists)))
      inUse = offered
      ids = new Set(lists.map(({ feed }) => feed.id))
      changedAt = undefined
      return true
    },
    uses: (feed) => ids.has(feed),
  }
}
