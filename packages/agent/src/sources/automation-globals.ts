import { automationMarks } from '../automation-marks.ts'
import { type Source, unavailable } from '../source.ts'

/** More than any tool leaves, less than a page could fill a payload with; longer names are the page's own. */
const FOUND_MAX = 48
const NAME_LENGTH_MAX = 64

/**
 * Which marks of automation tools are in the page, by name: of the window as they are, of the document with
 * "document." before them. They are looked for and never read.
 *
 * Spec: none; the names are the tools' own.
 * Absent: where there is no document.
 * Checked: Chromium 156, driven by Playwright, November 2026: none.
 */
export const automationGlobals: Source<'automationGlobals'> = (g) => {
  const { document } = g
  if (!document) return unavailable
  const marked = (holder: object, before: string): readonly string[] =>
    Object.getOwnPropertyNames(holder)
      .filter((name) => name.length <= NAME_LENGTH_MAX && automationMarks.names.test(name))
      .map((name) => before + name)
  return { value: [...marked(g, ''), ...marked(document, 'document.')].slice(0, FOUND_MAX) }
}
