import type { Context2d } from './global.ts'

/** A context that can perhaps measure text. */
export type TextContext = Pick<Context2d, 'font' | 'measureText'>

/**
 * Tells whether a family is installed, by a canvas, which lays out nothing: text is as wide in a missing family as in the
 * stand-in named after it, and a family that is the very face of one stand-in is not that of another. Undefined where nothing
 * has a width. Its text is part of a worker's program, so it uses nothing but its parameter.
 */
export function fontTest(context: TextContext | null | undefined): ((family: string) => boolean) | undefined {
  const widthsOf = (family: string): (number | undefined)[] =>
    ['monospace', 'serif'].map((standIn) => {
      if (!context) return undefined
      context.font = `72px ${family}${standIn}`
      // Letters of very different widths, so that hardly two families agree on the whole.
      return context.measureText?.('wMiQl@gj 0,7Wf').width
    })
  const plain = widthsOf('')
  if (plain.every(Boolean)) return (family) => widthsOf(`"${family}",`).some((width, i) => width !== plain[i])
  return
}
