/** Labels are below this: with 33 bits of position they fill the 53 bits that a number holds exactly. */
export const LABELS_MAX = 2 ** 20

/** The position behind every address. What ends here ends nowhere. */
export const END = 2 ** 32

/** A boundary of a range as one number, so that boundaries sort by position without a comparison of ours. */
export const boundary = (position: number, label: number): number => position * LABELS_MAX + label

/**
 * Walks over the boundaries of ranges that may overlap. At every position where something opens or closes, `emit` gets the
 * labels in force from there on, ascending, each once; it must not keep the array. Sorts its input in place.
 *
 * `opens` has the first position of every range, `closes` the one behind its last, both made by `boundary`.
 */
export function sweep(
  opens: Float64Array,
  closes: Float64Array,
  emit: (position: number, active: readonly number[]) => void,
): void {
  opens.sort()
  closes.sort()
  const active = createActiveLabels()
  let nextOpen = 0
  let nextClose = 0
  for (;;) {
    const position = Math.min(positionAt(opens, nextOpen), positionAt(closes, nextClose))
    if (position >= END) return
    for (; positionAt(closes, nextClose) === position; nextClose++) active.close(labelAt(closes, nextClose, position))
    for (; positionAt(opens, nextOpen) === position; nextOpen++) active.open(labelAt(opens, nextOpen, position))
    emit(position, active.labels)
  }
}

function positionAt(boundaries: Float64Array, index: number): number {
  return index < boundaries.length ? Math.floor((boundaries[index] ?? 0) / LABELS_MAX) : END
}

function labelAt(boundaries: Float64Array, index: number, position: number): number {
  return (boundaries[index] ?? 0) - position * LABELS_MAX
}

/** Labels with how many ranges of each are open. Few are at once, so a sorted array is as fast as anything. */
function createActiveLabels() {
  const counts = new Map<number, number>()
  const labels: number[] = []
  return {
    labels,
    open(label: number): void {
      const count = counts.get(label) ?? 0
      counts.set(label, count + 1)
      if (count > 0) return
      let at = labels.length
      while (at > 0 && (labels[at - 1] ?? 0) > label) at--
      labels.splice(at, 0, label)
    },
    close(label: number): void {
      const count = counts.get(label) ?? 0
      if (count > 1) {
        counts.set(label, count - 1)
        return
      }
      counts.delete(label)
      labels.splice(labels.indexOf(label), 1)
    },
  }
}
