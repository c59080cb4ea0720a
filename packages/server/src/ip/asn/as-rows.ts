import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OperatorError } from '../../operator-error.ts'

/** One row of a table of networks. */
export interface AsRow {
  readonly asn: number
  /** What stands in the columns behind the AS number, by the names of the table's first line. */
  readonly columns: Readonly<Record<string, string>>
  readonly sources: readonly string[]
}

/** A line of the head that explains a source: `#   code = what it is`. */
const SOURCE_LINE = /^# {3}([a-z][a-z0-9-]*) = \S/

/** The highest AS number (RFC 6793). */
const ASN_MAX = 2 ** 32 - 1

/**
 * Reads a table of ours: a head of comments that explains every source, a line with the columns' names, and a row for each
 * AS number. The last column may have commas. Throws an `OperatorError` that names the first line that is wrong.
 */
export function readAsRows(file: URL): readonly AsRow[] {
  const name = fileURLToPath(file)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new OperatorError(`${name} cannot be read (${String(error)}). Restore the file from the release.`)
  }
  return parseAsRows(text, name)
}

/** The same of a text; `name` is what errors call it. */
export function parseAsRows(text: string, name: string): readonly AsRow[] {
  const sources = new Set<string>()
  const rows: AsRow[] = []
  const seen = new Set<number>()
  let names: readonly string[] | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const wrong = (what: string): OperatorError =>
      new OperatorError(`${name}, line ${index + 1}: ${what} Restore the file from the release.`)
    const source = SOURCE_LINE.exec(line)?.[1]
    if (source !== undefined) sources.add(source)
    if (line === '' || line.startsWith('#')) continue
    if (!names) {
      names = line.split(',')
      if (names[0] !== 'asn' || !names.includes('sources')) throw wrong('The columns have no names.')
      continue
    }
    const [asnText = '', ...values] = splitAt(line, names.length)
    const asn = /^\d{1,10}$/.test(asnText) ? Number(asnText) : 0
    if (asn === 0 || asn > ASN_MAX) throw wrong(`"${asnText}" is no AS number.`)
    if (seen.has(asn)) throw wrong(`AS${asn} has a row already.`)
    if (values.length !== names.length - 1) throw wrong('A column is missing.')
    const columns = Object.fromEntries(values.map((value, column) => [names?.[column + 1] ?? '', value]))
    const ownSources = (columns['sources'] ?? '').split(';')
    const strange = ownSources.find((code) => !sources.has(code))
    if (strange !== undefined) throw wrong(`The head does not explain the source "${strange}".`)
    seen.add(asn)
    rows.push({ asn, columns, sources: ownSources })
  }
  if (rows.length === 0) throw new OperatorError(`${name} is empty. Restore the file from the release.`)
  return rows
}

/** Cuts a line at its first commas. */
function splitAt(line: string, columns: number): readonly string[] {
  const parts = line.split(',')
  return parts.length <= columns ? parts : [...parts.slice(0, columns - 1), parts.slice(columns - 1).join()]
}
