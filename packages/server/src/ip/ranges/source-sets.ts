/** Sets of labels by number, in arrays: set n has the members from `offsets[n]` to `offsets[n + 1]`. Set 0 is empty. */
export interface SourceSets {
  readonly offsets: Uint32Array<ArrayBuffer>
  readonly members: Uint32Array<ArrayBuffer>
}

/**
 * All sets together have at most this many members, which is some 60 MB while they are gathered. 21 real lists of 1.3
 * million ranges gave 616 sets without their counts (November 2026), so only lists that are made to overlap get here.
 */
export const MEMBERS_MAX = 1_000_000

/** The lists overlap in more ways than the table holds. */
export class TooManySets extends Error {
  override readonly name = 'TooManySets'
}

/** Numbers sets as they come. */
export interface SourceSetTable {
  /** The number of a set of labels, ascending. Throws `TooManySets`. */
  numberOf(labels: readonly number[]): number
  finish(): SourceSets
}

export function createSourceSetTable(membersMax = MEMBERS_MAX): SourceSetTable {
  const sets: (readonly number[])[] = [[]]
  const numbers = new Map<string, number>([['', 0]])
  let memberCount = 0

  return {
    numberOf(labels) {
      const text = labels.join()
      const known = numbers.get(text)
      if (known !== undefined) return known
      memberCount += labels.length
      if (memberCount > membersMax) throw new TooManySets(`The lists overlap in more than ${sets.length} ways.`)
      const number = sets.push([...labels]) - 1
      numbers.set(text, number)
      return number
    },
    finish() {
      const offsets = new Uint32Array(sets.length + 1)
      const members = new Uint32Array(memberCount)
      sets.forEach((labels, number) => {
        members.set(labels, offsets[number])
        offsets[number + 1] = (offsets[number] ?? 0) + labels.length
      })
      return { offsets, members }
    },
  }
}
