/** One measured figure beside its reference. What does not apply is null. */
export interface Result {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly reference: number | null
  readonly ratio: number | null
  readonly bar: number | null
  readonly better: 'lower' | 'higher' | null
  /** Null where there is no bar. */
  readonly ok: boolean | null
}

/** A result whose ratio to a reference has to reach a bar. */
export function againstReference(
  name: string,
  unit: string,
  figure: number,
  reference: number,
  bar: number | null,
  better: 'lower' | 'higher',
): Result {
  const ratio = figure / reference
  return { name, figure, unit, reference, ratio, bar, better, ok: reaches(ratio, bar, better) }
}

/** A result that has to reach a bar by itself. */
export const againstBar = (
  name: string,
  unit: string,
  figure: number,
  bar: number | null,
  better: 'lower' | 'higher' | null,
): Result => ({ name, figure, unit, reference: null, ratio: null, bar, better, ok: reaches(figure, bar, better) })

/** A figure that is only told. */
export const told = (name: string, unit: string, figure: number): Result => againstBar(name, unit, figure, null, null)

function reaches(figure: number, bar: number | null, better: Result['better']): boolean | null {
  if (bar === null || better === null) return null
  return better === 'higher' ? figure >= bar : figure <= bar
}

/** Prints the table and, as the last line, the JSON that scripts read. True when every bar was reached. */
export function report(bench: string, results: readonly Result[], print: (text: string) => void): boolean {
  const head = ['', 'figure', 'unit', 'reference', 'ratio', 'bar', '']
  const rows = results.map(({ name, figure, unit, reference, ratio, bar, better, ok }) => [
    name,
    short(figure),
    unit,
    reference === null ? '' : short(reference),
    ratio === null ? '' : ratio.toFixed(2),
    bar === null ? '' : `${better === 'higher' ? '>=' : '<='} ${short(bar)}`,
    ok === null ? '' : ok ? 'ok' : 'MISSED',
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  for (const row of [head, ...rows]) {
    print(
      `${row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd()}\n`,
    )
  }
  print(`${JSON.stringify({ bench, results })}\n`)
  return results.every(({ ok }) => ok !== false)
}

const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))

/** The middle value; of an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
