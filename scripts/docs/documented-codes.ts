/** A code of a table in the source, with its value and the comment above it. */
export interface DocumentedCode {
  readonly code: string
  readonly value: string
  readonly meaning: string
}

const ENTRY = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^ {2}(\w+): ([\w']+),$/gm

/**
 * Reads a `const` table of codes from its source text, because the comment above each code is its documentation and
 * comments are gone at run time. Throws for a code that nobody explained.
 */
export function documentedCodes(source: string, table: string): readonly DocumentedCode[] {
  const body = source.split(`const ${table} = {\n`)[1]?.split('\n}')[0]
  if (body === undefined) throw new Error(`There is no table "${table}".`)
  return [...`${body}\n`.matchAll(ENTRY)].map(([, comment, code = '', value = '']) => {
    if (comment === undefined) throw new Error(`Nobody explained the code "${code}" of "${table}".`)
    return {
      code,
      value,
      meaning: comment
        .replace(/^[ \t]*\*[ \t]?/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
    }
  })
}
