import type { AcceptedList, ListPart } from '../list-parts.ts'
import type { ListException } from '../ranges/label-lists.ts'
import type { Feed } from './feed.ts'

/** A feed with what its version in use says. */
export interface LoadedFeed {
  readonly feed: Pick<Feed, 'id' | 'kind' | 'threat' | 'except'>
  readonly parts: readonly ListPart[]
}

/** What is compiled: lists, and of what they are not believed. */
export interface AssembledLists {
  readonly lists: readonly AcceptedList[]
  readonly exceptions: readonly ListException[]
}

/** Lists as they are compiled. None is believed of what belongs to another by the table's word. */
export function assembleLists(loaded: readonly LoadedFeed[]): AssembledLists {
  const lists = loaded.map(({ feed: { id, kind, threat }, parts }) => ({
    ...{ feed: id, kind, parts },
    ...(threat === undefined ? {} : { threat }),
  }))
  const exceptions = loaded.flatMap(({ feed: { id, except = [] } }) =>
    loaded
      .filter(({ feed }) => except.includes(feed.id))
      .flatMap(({ parts }) => parts.map(({ ranges }) => ({ feed: id, ranges }))),
  )
  return { lists, exceptions }
}
