import { printable } from './printable.ts'

/** Room between two columns. */
const GAP = '  '

/** A table for people: a line of headings, a line per row, columns aligned. Missing values are dashes. */
export function table(headings: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const cells = [
    headings,
    ...rows.map((row) => row.map((cell) => (cell === null || cell === '' ? '-' : printable(cell)))),
  ]
  return `${align(cells)}\n`
}

/** Names and values under each other, for one thing with many properties. */
export function properties(pairs: readonly (readonly [string, string | null])[]): string {
  return `${align(pairs.map(([name, value]) => [name, value === null || value === '' ? '-' : printable(value)]))}\n`
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n')
}
