import { type SourceFile, withoutComments } from './source-file.ts'

/** What a pure function cannot ask for: the time, luck, and whatever comes later. Strings may name them. */
const IMPURE: Readonly<Record<string, RegExp>> = {
  'the time': /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^\s)])|(?<!new\s)\bDate\s*\(|\bTemporal\.Now\b/,
  'a clock': /\bperformance\.(?:now|timeOrigin|mark|measure)\b|\bhrtime\b/,
  'a clock by another name': /=\s*(?:Date|performance|Math|crypto)\s*(?:[;\n]|$)|\b(?:Date|Math|performance)\s*\[/,
  luck: /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|(?<![\w.])crypto\./,
  'what comes later': /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\s*\(/,
  'the outside world': /(?<![\w.])(?:fetch\s*\(|process\.|globalThis\b|console\.)/,
}

/** Where a pure package asks for what it may not have, as `file asks for …`. */
export function impurities(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ file, text }) => {
    const code = withoutStrings(withoutComments(text))
    return Object.entries(IMPURE)
      .filter(([, pattern]) => pattern.test(code))
      .map(([what]) => `${file} asks for ${what}`)
  })
}

/** The catalogue names browser calls in strings, and naming is not calling. Templates stay, since they hold code. */
function withoutStrings(code: string): string {
  return code.replace(/(?<![\w\\])'(?:\\.|[^'\\\n])*'/g, "''")
}
