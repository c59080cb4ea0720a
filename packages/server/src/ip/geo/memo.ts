/** Remembers what was asked for lately. */
export interface Memo<K, V> {
  readonly get: (key: K) => V | undefined
  readonly set: (key: K, value: V) => void
}

/**
 * A map of at most `count` entries: when a generation of half as many is full, the one before it is forgotten. What is
 * asked for again moves to the young one, so that hot entries stay, and no entry costs more than a look into two maps.
 */
export function createMemo<K, V>(count: number): Memo<K, V> {
  const generation = Math.ceil(count / 2)
  let young = new Map<K, V>()
  let old = new Map<K, V>()

  function set(key: K, value: V): void {
    if (young.size >= generation) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  return {
    get: (key) => {
      const recent = young.get(key)
      if (recent !== undefined) return recent
      const older = old.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
    set,
  }
}
