/**
 * Remembers the answers of a pure function for the latest `sizeMax` distinct inputs. Forgetting costs time and never
 * changes an answer, so a memoised pure function stays pure.
 */
export function boundedMemo<T>(sizeMax: number, compute: (input: string) => T): (input: string) => T {
  const known = new Map<string, T>()
  return (input) => {
    const remembered = known.get(input)
    if (remembered !== undefined) return remembered
    const answer = compute(input)
    // A Map iterates in the order of insertion: its first key is the one that came first.
    for (const oldest of known.keys()) {
      if (known.size < sizeMax) break
      known.delete(oldest)
    }
    known.set(input, answer)
    return answer
  }
}
