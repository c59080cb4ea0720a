import { isScript, isTest, type SourceFile, withoutComments } from './source-file.ts'

/** House style, rule 6. Blank lines are free. */
const LINES_MAX = 300

/** Written in pieces, because this file obeys the rule too. */
const NAMES_OF_PLACES = [new RegExp(`(?<![\\w.~-])/${'work'}/`), new RegExp(`registry\\.${'npmjs'}`)]

const ESCAPES = /\bas any\b|:\s*any\b|<an[y]>|\bany\[\]|\bas unknown as\b|@ts-(?:ignore|expect-error|nocheck)/g
const NOTHING = String.raw`(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*`
const EMPTY_CATCH = new RegExp(
  String.raw`\bcatch\s*(?:\([^)]*\))?\s*\{${NOTHING}\}|\.catch\(\s*(?:\(\w*\)|\w+)\s*=>\s*\{${NOTHING}\}\s*\)`,
  'g',
)
const DEFAULT_EXPORT = /^[ \t]*export\s+default\b|\bas\s+default\s*[,}]/m

/** Files too long for one reading. Tables of data are exempt by name, and hold nothing but data. */
export function tooLong(files: readonly SourceFile[], tables: readonly string[]): readonly string[] {
  return files
    .filter(({ file }) => isScript(file) && !tables.includes(file))
    .map(({ file, text }) => ({ file, lines: text.split('\n').filter((line) => line.trim() !== '').length }))
    .filter(({ lines }) => lines > LINES_MAX)
    .map(({ file, lines }) => `${file}: ${lines} lines`)
}

/** Ways around the compiler: `any`, double casts, suppressions. */
export function typeEscapes(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ file }) => /ts$/.test(file) && isScript(file) && !isTest(file))
    .flatMap(({ file, text }) =>
      [...withoutLineComments(text).matchAll(ESCAPES)].map(([found]) => `${file}: ${found.trim()}`),
    )
}

/** A suppression is itself a comment, so those stay, as in the measuring script. */
function withoutLineComments(text: string): string {
  return text.replace(/\/\*(?!\s*@ts-)[\s\S]*?\*\//g, '').replace(/^\s*\/\/(?!\s*@ts-).*$/gm, '')
}

/** Errors that nobody hears. A comment does not hear them either. */
export function emptyCatches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ file }) => isScript(file))
    .flatMap(({ file, text }) => (text.match(EMPTY_CATCH) ?? []).map((found) => `${file}: ${found}`))
}

/** Readers of the environment besides the one that may. */
export function environmentReaders(files: readonly SourceFile[], allowed: readonly string[]): readonly string[] {
  return files
    .filter(({ file }) => isScript(file) && !allowed.includes(file))
    .filter(({ text }) =>
      /\bprocess\s*\.\s*env\b|\benv\b[^\n]*from\s+'node:process'|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/.test(
        withoutComments(text),
      ),
    )
    .map(({ file }) => file)
}

/** Default exports, which every importer names as it likes. Configuration files have to have one. */
export function defaultExports(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(
      ({ file, text }) =>
        isScript(file) && !/\.config\.[mc]?[tj]s$/.test(file) && DEFAULT_EXPORT.test(withoutComments(text)),
    )
    .map(({ file }) => file)
}

/** Files that name a place only one machine knows, or a registry that another machine may not reach. */
export function namedPlaces(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ text }) => NAMES_OF_PLACES.some((place) => place.test(text))).map(({ file }) => file)
}
