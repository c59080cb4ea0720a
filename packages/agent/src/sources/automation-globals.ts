import { automationAttributes, automationMarks } from '../automation-marks.ts'
import { absent, type Source } from '../source.ts'

/** More than any tool leaves, less than a page could fill a payload with; longer names are the page's own. */
const FOUND_MAX = 48
const NAME_LENGTH_MAX = 64

/**
 * Which marks of automation tools are in the page, by name: of the window as they are, of the document with
 * "document." before them, attributes of the root element with "html@". They are looked for and never read.
 *
 * Spec: none; the names are the tools' own.
 * Absent: where there is no document.
 * Checked: Chromium 156, driven by Playwright, November 2026: none.
 */
export const automationGlobals: Source<'automationGlobals'> = (g) => {
  const { document } = g
  if (!document) return absent('unavailable')
  const marks = new RegExp(`^(?:${automationMarks.join('|')})`)
  const marked = (holder: object): readonly string[] =>
    Object.getOwnPropertyNames(holder).filter((name) => name.length <= NAME_LENGTH_MAX && marks.test(name))
  const found = [
    ...marked(g),
    ...marked(document).map((name) => `document.${name}`),
    ...automationAttributes
      .filter((name) => document.documentElement?.hasAttribute?.(name))
      .map((name) => `html@${name}`),
  ]
  return { value: found.slice(0, FOUND_MAX) }
}
