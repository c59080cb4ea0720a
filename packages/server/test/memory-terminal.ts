import type { Terminal } from '../src/commands/terminal.ts'

/** A terminal that keeps what was printed. */
export interface MemoryTerminal extends Terminal {
  readonly printed: { out: string; err: string }
}

/** Nobody looks at it, unless said otherwise; `answer` is what the person says to every question. */
export function memoryTerminal({
  watched = false,
  answer,
}: {
  watched?: boolean
  answer?: string
} = {}): MemoryTerminal {
  const printed = { out: '', err: '' }
  return {
    printed,
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    watched,
    answers: answer !== undefined,
    ask: async (question) => {
      printed.err += question
      return answer ?? ''
    },
  }
}
