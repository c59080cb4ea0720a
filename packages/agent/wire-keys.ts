import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Plugin } from 'esbuild'
import { signalIds } from '../contract/src/signal-ids.ts'

const ids: Readonly<Record<string, string>> = signalIds

/** What types say that are keyed by signal, and those that are keyed by family and then by signal. */
const OF_SIGNALS = /\bin (?:Current)?SignalName\b|\bsatisfies Sources$/m
const BY_FAMILY = /\bsatisfies Readonly<Record<string, Sources>>/

/** An object that a module makes, from its name to the line that ends it. */
const TABLE = /^(?:export )?const \w+\b[^\n]*\{\n[\s\S]*?^\}[^\n]*/gm

/** One in a single line, such as `const noisy: { readonly [K in SignalName]?: true } = { audio: true }`. */
const SHORT_TABLE = /^((?:export )?const \w+: [^\n]*\bin SignalName\b[^\n]*? = \{ )([^\n{}]*)( \})$/gm

/** A key of the table itself, which the formatter indents by two spaces; what follows tells it from other lines. */
const KEY = /^( {2}(?:async )?)(\w+)(,|: |\()/gm

/** In a table of tables, such as sources by family, a shorthand key of an inner one. */
const INNER_KEY = /^( {4})(\w+)(,)$/gm

/** An inner table in a single line. */
const INNER_TABLE = /^( {2}\w+: \{ )([^\n{}]*)( \},?)$/gm

/** Where a summary of behaviour is added to or asked for, by the name of its signal. */
const SUMMARY = /\b((?:add|summary)\()'(\w+)'/g

/** Files in which a table whose keys are all names of signals is keyed by signal, whatever its type says. */
const REGISTRY = /^(?:index|(?:.*-)?watchers|.*-sources)\.ts$/

/**
 * Writes wire ids in the place of signal names, for bundles that never need to know the names: in every table of a module
 * that is declared as keyed by `SignalName`, in those of registries and groups of sources, and where an id is looked up.
 * Goes by the lines as our formatter writes them; a name that it cannot see fails the test of the bundle.
 */
export function withWireKeys(code: string, file: string): string {
  return code
    .replace(TABLE, (table) => {
      if (OF_SIGNALS.test(table)) return table.replace(KEY, renamed)
      if (BY_FAMILY.test(table)) return table.replace(INNER_KEY, renamed).replace(INNER_TABLE, shorthands)
      return REGISTRY.test(basename(file)) && hasOnlySignals(table) ? table.replace(KEY, renamed) : table
    })
    .replace(SHORT_TABLE, (_all, head: string, entries: string, tail: string) => {
      const keyed = entries.replace(/(^|, )(\w+)(?=: )/g, (_entry, before: string, name: string) => before + idOf(name))
      return head + keyed + tail
    })
    .replace(/\bsignalIds\[(\w+)\]/g, '$1')
    .replace(SUMMARY, (_call, before: string, name: string) => `${before}'${idOf(name)}'`)
}

function hasOnlySignals(table: string): boolean {
  const names = [...table.matchAll(KEY)].map(([, , name = '']) => name)
  return names.length > 0 && names.every((name) => Object.hasOwn(ids, name))
}

const shorthands = (_all: string, head: string, entries: string, tail: string): string =>
  head + entries.replace(/(^|, )(\w+)(?=,|$)/g, (_entry, before: string, name: string) => before + entryOf(name)) + tail

const entryOf = (name: string): string => (idOf(name) === name ? name : `${idOf(name)}: ${name}`)

function renamed(_all: string, before: string, name: string, after: string): string {
  return before + (after === ',' ? `${entryOf(name)},` : idOf(name) + after)
}

const idOf = (name: string): string => (Object.hasOwn(ids, name) ? (ids[name] ?? name) : name)

/** `withWireKeys` for all of the agent's sources. */
export const wireKeys: Plugin = {
  name: 'wire-keys',
  setup(build) {
    build.onLoad({ filter: /[\\/]agent[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: withWireKeys(await readFile(path, 'utf8'), path),
      loader: 'ts',
    }))
  },
}
