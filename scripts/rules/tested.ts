import { stripTypeScriptTypes } from 'node:module'
import { posix } from 'node:path'
import { importsOf } from './imports.ts'
import { isScript, isTest, type SourceFile, withoutComments } from './source-file.ts'

/** Adapters are held by the contract suite of their port, which lies in the package's `test/`. */
const ADAPTER = /\/adapters\//

/** A method in an object or a class; the words are those that look like one and are none. */
const METHOD =
  /^\s*(?:async\s+|static\s+|get\s+|set\s+)*(?!(?:if|for|while|switch|catch|with|return)\b)[\w$]+\s*\([^()]*\)\s*\{/m

/** Whether a file does anything: declares a function, beyond the types of functions. */
export function hasLogic({ file, text }: SourceFile): boolean {
  const code = withoutComments(/ts$/.test(file) ? stripTypeScriptTypes(text) : text)
  return /=>|\bfunction\b/.test(code) || METHOD.test(code)
}

/** Files with logic, parted by whether a test holds them: one beside them, or for an adapter a contract suite. */
export function testedFiles(
  files: readonly SourceFile[],
  exempt: readonly string[],
): { readonly tested: readonly string[]; readonly untested: readonly string[] } {
  const known = new Set(files.map(({ file }) => file))
  const underSuite = heldBySuites(files)
  const holds = (file: string) =>
    known.has(file.replace(/\.[mc]?[tj]s$/, '.test.ts')) || (ADAPTER.test(file) && underSuite.has(file))
  const judged = files
    .filter((source) => isScript(source.file) && !isTest(source.file) && !exempt.includes(source.file))
    .filter((source) => posix.basename(source.file) !== 'index.ts' && hasLogic(source))
    .map(({ file }) => file)
  return { tested: judged.filter(holds), untested: judged.filter((file) => !holds(file)) }
}

/** What a test imports, and of adapters what those are made of: a suite runs the parts with the whole. */
function heldBySuites(files: readonly SourceFile[]): ReadonlySet<string> {
  const importsByFile = new Map(files.map((source) => [source.file, localImports(source)]))
  const held = new Set(files.filter(({ file }) => isTest(file)).flatMap(localImports))
  // A set hands out what is added while it is walked, so this reaches everything.
  for (const file of held) {
    for (const part of ADAPTER.test(file) ? (importsByFile.get(file) ?? []) : []) held.add(part)
  }
  return held
}

function localImports({ file, text }: SourceFile): readonly string[] {
  return importsOf(text).map(({ from }) => posix.join(posix.dirname(file), from))
}
