/** A line that says something: between two positions, without the blanks around it. */
export type LineHandler = (from: number, to: number) => void

/** Characters up to the blank: space, tab, carriage return and all other control characters. */
const BLANK = 32

/** Calls the handler for every line that is not blank, without making a string of it. */
export function textLines(text: string, handle: LineHandler): void {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end
    let from = start
    let to = next
    while (from < to && text.charCodeAt(from) <= BLANK) from++
    while (to > from && text.charCodeAt(to - 1) <= BLANK) to--
    if (from < to) handle(from, to)
    start = next + 1
  }
}
