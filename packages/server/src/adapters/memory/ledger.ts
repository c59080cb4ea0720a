import type { VisitorId } from '@tracio/contract'
import { FROZEN_HOLDERS_MAX, type KnownVisitor } from '@tracio/engine'
import type { Directory } from '../../ports/directory.ts'
import { type Appended, DISPUTE_GRACE_MS, type Ledger, type LedgerEntry, type TokenTimes } from '../../ports/ledger.ts'

interface Token extends TokenTimes {
  readonly visitor: string
  readonly bySignals: boolean
}

/** The ledger in memory. Nothing survives the process, but for `entries`, which others may read. */
export function createMemoryLedger(
  directory: Pick<Directory, 'workspaces'>,
  entries = new Map<string, LedgerEntry>(),
): Ledger {
  const visitors = new Map<string, KnownVisitor>()
  const tokens = new Map<string, Token>()
  /** Visitors by frozen key, oldest first. */
  const keys = new Map<string, Set<string>>()

  const place = (workspace: string, id: string): string => `${workspace}/${id}`
  const tokenPlace = (workspace: string, hash: Uint8Array): string =>
    place(workspace, Buffer.from(hash).toString('hex'))

  function change({ event, change, token }: LedgerEntry): Appended {
    const { workspaceId, at } = event
    if (change.kind === 'none') {
      const { visitorId } = event.identification
      return visitorId === null || visitors.has(place(workspaceId, visitorId)) ? 'stored' : 'moved'
    }
    const visitor = place(workspaceId, change.visitorId)
    const known = visitors.get(visitor)
    const holders = change.key === null ? undefined : (keys.get(place(workspaceId, change.key)) ?? new Set<string>())
    if (change.kind === 'create') {
      const held = Math.min(holders?.size ?? 0, FROZEN_HOLDERS_MAX)
      if (holders && change.expectHolders !== null && held !== change.expectHolders) return 'moved'
      if (known) throw new Error('The visitor id is taken.')
      visitors.set(visitor, { visitorId: change.visitorId, revision: 1, firstSeenAt: at, lastSeenAt: at, visits: 1 })
    } else {
      if (known?.revision !== change.expectRevision) return 'moved'
      const lastSeenAt = known.lastSeenAt > at ? known.lastSeenAt : at
      visitors.set(visitor, { ...known, revision: known.revision + 1, lastSeenAt, visits: known.visits + 1 })
    }
    if (holders && change.key !== null) keys.set(place(workspaceId, change.key), holders.add(visitor))
    if (token) useToken(tokenPlace(workspaceId, token.hash), visitor, change.kind === 'create' ? null : change.via, at)
    return 'stored'
  }

  function useToken(hash: string, visitor: string, via: 'cookie' | 'frozen' | null, at: Token['seenAt']): void {
    const known = tokens.get(hash)
    if (via !== 'cookie') tokens.set(hash, { visitor, bySignals: via === 'frozen', givenAt: at, seenAt: at })
    else if (known?.visitor === visitor) tokens.set(hash, { ...known, seenAt: known.seenAt > at ? known.seenAt : at })
  }

  const isDisputed = (token: Token): boolean =>
    token.bySignals &&
    [...tokens.values()].some(
      (other) =>
        other.visitor === token.visitor &&
        (other.givenAt < token.givenAt || !other.bySignals) &&
        other.seenAt >= token.givenAt + DISPUTE_GRACE_MS,
    )

  return {
    async append(entry) {
      const id = place(entry.event.workspaceId, entry.event.requestId)
      if (!(await directory.workspaces()).includes(entry.event.workspaceId)) {
        throw new Error('An event of an unknown workspace was appended.')
      }
      if (entries.has(id)) throw new Error('The request id is taken.')
      const outcome = change(entry)
      if (outcome === 'stored') entries.set(id, entry)
      return outcome
    },
    async event(workspace, requestId) {
      return entries.get(place(workspace, requestId))?.event
    },
    async readings(workspace, requestId) {
      return entries.get(place(workspace, requestId))?.readings
    },
    async observations(workspace, requestId) {
      return entries.get(place(workspace, requestId))?.observations
    },
    async sentBefore(session) {
      return [...entries.values()]
        .filter(({ sent }) => Buffer.compare(sent.session, session) === 0)
        .map(({ sent, event }) => ({ bodyHash: sent.bodyHash, event }))
    },
    async cookieOwner(workspace, hash) {
      const token = tokens.get(tokenPlace(workspace, hash))
      const visitor = token && visitors.get(token.visitor)
      return token && visitor && { ...visitor, disputed: isDisputed(token) }
    },
    async holders(workspace, frozenKey) {
      const held = [...(keys.get(place(workspace, frozenKey)) ?? [])].reverse().slice(0, FROZEN_HOLDERS_MAX)
      return held.flatMap((visitor) => visitors.get(visitor) ?? [])
    },
    async eraseVisitor(workspace, visitorId: VisitorId) {
      const visitor = place(workspace, visitorId)
      if (!visitors.delete(visitor)) return false
      for (const [hash, token] of tokens) if (token.visitor === visitor) tokens.delete(hash)
      for (const held of keys.values()) held.delete(visitor)
      for (const [id, { event }] of entries) {
        if (event.workspaceId === workspace && event.identification.visitorId === visitorId) entries.delete(id)
      }
      return true
    },
    async close() {
      entries.clear()
    },
  }
}
