import { median } from '../report.ts'
import type { Loads } from './measure-engine.ts'
import type { Visit } from './visit.ts'

/** One source: medians from its start to its answer, waits included. */
export interface SourceTime {
  readonly name: string
  readonly firstMs: number
  readonly laterMs: number
}

/** The time of every source, the slowest of later loads first. */
export function sourceTimes({ first, later }: Loads): readonly SourceTime[] {
  const names = (later[0]?.signals ?? []).map(({ name }) => name)
  return names
    .map((name) => ({ name, firstMs: timeOf(first, name), laterMs: timeOf(later, name) }))
    .sort((a, b) => b.laterMs - a.laterMs)
}

const timeOf = (visits: readonly Visit[], wanted: string): number =>
  median(visits.map(({ signals }) => signals.find(({ name }) => name === wanted)?.ms ?? 0))

/** The times as lines of a table. */
export const sourceLines = (times: readonly SourceTime[]): readonly string[] =>
  [
    ['source', 'first ms', 'later ms'],
    ...times.map(({ name, firstMs, laterMs }) => [name, firstMs.toFixed(1), laterMs.toFixed(1)]),
  ].map(([name = '', first = '', later = '']) => `  ${name.padEnd(24)}${first.padStart(10)}${later.padStart(10)}`)
