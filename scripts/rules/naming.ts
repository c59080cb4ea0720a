import { basename } from 'node:path/posix'
import { packageOf, type SourceFile, withoutComments } from './source-file.ts'

/** Drawers that everything fits in, and nothing is found in again. */
const DRAWERS = /^(?:utils?|helpers?|common|types?|misc|shared)$/

/** Directories where one file is one thing: the name is the thing's, to the letter. */
const ONE_THING = /\/(?:sources|detectors)\/[^/]+$/

/** Shorter words (`to`, `of`, `at`) are in every second name and prove nothing. */
const WORD_LETTERS_MIN = 3

/** Files named for a drawer. */
export function drawers(files: readonly SourceFile[]): readonly string[] {
  return files.map(({ file }) => file).filter((file) => DRAWERS.test(stemOf(file)) && /\.[mc]?[tj]sx?$/.test(file))
}

/** The names a file exports, types among them. */
export function exportedNames(text: string): readonly string[] {
  const code = withoutComments(text)
  const declared = code.matchAll(
    /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type)\s+([\w$]+)/gm,
  )
  const listed = code.matchAll(/^export\s+(?:type\s+)?\{([^}]*)\}/gm)
  return [
    ...[...declared].map(([, name = '']) => name),
    ...[...listed].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(/\s+/).at(-1) ?? '')),
  ].filter((name) => name !== '')
}

/**
 * Package files that export nothing of their own name. A detector or a source must be called exactly like its file;
 * elsewhere an export that shares a word with it will do (`products.ts` → `toProducts`). Groups are exempt by name.
 */
export function misnamed(files: readonly SourceFile[], groups: readonly string[]): readonly string[] {
  return files
    .filter(({ file }) => packageOf(file) !== undefined && stemOf(file) !== 'index' && !groups.includes(file))
    .map(({ file, text }) => ({ file, names: exportedNames(text) }))
    .filter(({ file, names }) => names.length > 0 && !names.some((name) => fits(file, name)))
    .map(({ file, names }) => `${file} exports ${names.join(', ')}`)
}

function fits(file: string, name: string): boolean {
  const exported = plain(name)
  if (ONE_THING.test(file)) return exported === plain(stemOf(file))
  return stemOf(file)
    .split('-')
    .some((word) => word.length >= WORD_LETTERS_MIN && exported.includes(singular(word)))
}

function stemOf(file: string): string {
  return basename(file).replace(/\..*$/, '')
}

/** `storage-quota`, `storageQuota`, `StorageQuota` and `STORAGE_QUOTA` are one name. */
function plain(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}

function singular(stem: string): string {
  return stem.replace(/s$/, '')
}
