import type { BehaviourExtras, WatchedEvent, WatchOptions } from './behaviour/behaviour-extras.ts'

/** What tells of events, as far as the place has it. */
type Target = Pick<BehaviourExtras, 'addEventListener' | 'removeEventListener'>

/** Calls back for events of the types, written in one line with spaces between them. Gives a function that ends it. */
export function listen(
  target: Target | undefined,
  types: string,
  listener: (event: WatchedEvent) => void,
  options?: WatchOptions,
): () => void {
  const all = types.split(' ')
  for (const type of all) target?.addEventListener?.(type, listener, options)
  return () => {
    for (const type of all) target?.removeEventListener?.(type, listener, options)
  }
}
