/** `shut`: the visitor has not consented. `ended`: the instance was destroyed, for good. */
export type GateState = 'open' | 'shut' | 'ended'

/** What stands between a call and its work. */
export interface Gate {
  readonly state: GateState
  /** Moves to another state; `ended` is never left. */
  set(state: GateState): void
  /** `changed` resolves when the state changes; `leave` takes the waiting back. */
  change(): { readonly changed: Promise<undefined>; leave(): void }
}

/** A gate, open or shut. */
export function createGate(open: boolean): Gate {
  const waiting = new Set<() => void>()
  let state: GateState = open ? 'open' : 'shut'
  return {
    get state() {
      return state
    },
    set(next) {
      if (state === 'ended' || state === next) return
      state = next
      const all = [...waiting]
      waiting.clear()
      for (const go of all) go()
    },
    change() {
      let go = (): void => undefined
      const changed = new Promise<undefined>((resolve) => {
        go = () => resolve(undefined)
        waiting.add(go)
      })
      return { changed, leave: () => void waiting.delete(go) }
    },
  }
}
