/** Runs `work` when everybody who came before with one of the same names has finished. */
export type InTurn = <T>(names: readonly string[], work: () => Promise<T>) => Promise<T>

/**
 * Queues by name, in process. All names are taken in one step, so two callers can never wait for each other. Between
 * processes the store's own checks at append do the same.
 */
export function createInTurn(): InTurn & { readonly queued: () => number } {
  const tails = new Map<string, Promise<unknown>>()

  async function inTurn<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = names.flatMap((name) => tails.get(name) ?? [])
    // A predecessor's failure is its own caller's business; here it only means that the turn has come.
    const mine = before.length === 0 ? work() : Promise.allSettled(before).then(work)
    for (const name of names) tails.set(name, mine)
    try {
      return await mine
    } finally {
      for (const name of names) if (tails.get(name) === mine) tails.delete(name)
    }
  }

  return Object.assign(inTurn, { queued: () => tails.size })
}
