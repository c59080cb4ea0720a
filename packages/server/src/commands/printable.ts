/** Control characters, and what turns the direction of text: a terminal obeys them, and visitors chose some of them. */
const OBEYED = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A text as it may go to a terminal: what a terminal would obey is shown as its code point. */
export const printable = (text: string): string =>
  text.replace(OBEYED, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
