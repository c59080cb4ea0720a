import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file as the rules see it. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly file: string
  readonly text: string
}

/** Made by machines, or kept by them: what nobody wrote obeys no house rule. */
const NOT_OURS = /(?:^|\/)(?:node_modules|dist|\.git|coverage|\.vite)$|^data$/

/** Every file under a directory of the checkout that somebody wrote, by path. */
export function readSourceFiles(root: string, directory = ''): readonly SourceFile[] {
  return readdirSync(join(root, directory), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): readonly SourceFile[] => {
      const file = directory === '' ? entry.name : `${directory}/${entry.name}`
      if (NOT_OURS.test(file)) return []
      if (entry.isDirectory()) return readSourceFiles(root, file)
      return entry.isFile() ? [{ file, text: readFileSync(join(root, file), 'utf8') }] : []
    })
}

export function isScript(file: string): boolean {
  return /\.(m|c)?[tj]s$/.test(file) && !/\.d\.[mc]?ts$/.test(file)
}

export function isTest(file: string): boolean {
  return /\.(test|test-d|e2e)\.[tj]s$|^packages\/[^/]+\/test\/|^e2e\//.test(file)
}

/** The package a file is the source of: tests and what only tests use are not part of it. */
export function packageOf(file: string): string | undefined {
  return isScript(file) && !isTest(file) ? file.match(/^packages\/([^/]+)\/src\//)?.[1] : undefined
}

/** The text without comments that stand on lines of their own. Those behind code stay, and count as code. */
export function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '').replace(/^[ \t]*\/\/.*$/gm, '')
}
