import { posix } from 'node:path'
import { packageOf, type SourceFile, withoutComments } from './source-file.ts'

export interface Import {
  readonly from: string
  /** Leaves nothing behind at run time. */
  readonly isType: boolean
}

/** Whom the files of one package may import. A name also allows its subpaths, unless it is a workspace package. */
export interface ImportRule {
  readonly runtime: readonly string[]
  /** May be named in types, beyond what may be imported at run time. */
  readonly types?: readonly string[]
  readonly nodeBuiltins?: boolean
}

const CLAUSE = String.raw`(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})`
const STATIC = new RegExp(
  String.raw`^[ \t]*(?:import|export)\s+(type\s+)?${CLAUSE}(?:\s*,\s*${CLAUSE})?\s*from\s*['"]([^'"]+)['"]`,
  'gm',
)
const SIDE_EFFECT = /^[ \t]*import\s*['"]([^'"]+)['"]/gm
/** `import(…)`, `require(…)` and `import.meta.resolve(…)`; what is not a plain string cannot be judged. */
const DYNAMIC =
  /(?:\bimport|\brequire(?:\.resolve)?|\bimport\.meta\.resolve)\s*\(\s*(?:\/\*[\s\S]*?\*\/\s*)*(?:(['"`])([^'"`$]+)\1|[^\s)])/g

/** The script of a worker. */
const WORKER = /\bnew URL\(\s*['"]([^'"]+\.m?ts)['"]\s*,\s*import\.meta\.url/g

/** Everything a text imports, in whichever way. `import type` is told apart: it leaves nothing behind. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text)
  return [
    ...[...code.matchAll(STATIC)].map(([, type, from = '']) => ({ from, isType: type !== undefined })),
    ...[...code.matchAll(SIDE_EFFECT)].map(([, from = '']) => ({ from, isType: false })),
    ...[...code.matchAll(DYNAMIC)].map(([, , from]) => ({ from: from ?? '<computed>', isType: false })),
    ...[...code.matchAll(WORKER)].map(([, from = '']) => ({ from, isType: false })),
  ]
}

/** The imports of a package's files that its rule does not allow, as `file → import`. */
export function strangers(files: readonly SourceFile[], rule: ImportRule): readonly string[] {
  return files.flatMap(({ file, text }) =>
    importsOf(text)
      .filter((imported) => !isAllowed(file, imported, rule))
      .map(({ from, isType }) => `${file} → ${from}${isType ? ' (type)' : ''}`),
  )
}

function isAllowed(file: string, { from, isType }: Import, rule: ImportRule): boolean {
  if (from.startsWith('.')) return staysInside(file, from)
  if (from.startsWith('node:')) return rule.nodeBuiltins === true
  const names = isType ? [...rule.runtime, ...(rule.types ?? [])] : rule.runtime
  // Of our own packages, each entry is a decision of its own: the agent may have `contract/wire` and not `contract`.
  return names.some((name) => from === name || (!name.startsWith('@tracio/') && from.startsWith(`${name}/`)))
}

/** A relative import ends in source of its own package: not in another one, in scripts, or in what only tests use. */
function staysInside(file: string, from: string): boolean {
  const target = posix.join(posix.dirname(file), from)
  const home = packageOf(file)
  return home !== undefined && (target === `packages/${home}/package.json` || packageOf(target) === home)
}
