import { TracioError } from './errors.ts'
import type { TracioInstance } from './instance.ts'

/** Where the live instance of a page is found, by every copy of the agent that the page may hold. */
const REGISTRY = Symbol.for('tracio.registry.v1')

/**
 * The live instance of a place when it has this key; otherwise a new one, made with a function that takes it out again.
 * Throws when one of another key lives: two would answer with two visitors for one page.
 */
export function liveInstance(
  place: object,
  publicKey: string,
  make: (release: () => void) => TracioInstance,
): TracioInstance {
  const live: TracioInstance | undefined = Reflect.get(place, REGISTRY)
  if (live?.publicKey === publicKey) return live
  if (live) throw new TracioError('multiple_keys', `Destroy ${live.publicKey} first.`)
  const made = make(() => {
    Reflect.deleteProperty(place, REGISTRY)
  })
  // Configurable, so that it can go; not enumerable, so that nobody trips over it.
  Object.defineProperty(place, REGISTRY, { value: made, configurable: true })
  return made
}
