import { createInterface } from 'node:readline/promises'

/** Where a command reads and writes. Standard output holds what was asked for and nothing else. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether a person looks at standard error. */
  readonly watched: boolean
  /** Whether a person can answer a question. */
  readonly answers: boolean
  /** Asks on standard error, and gives the answer. */
  ask(question: string): Promise<string>
}

/** The streams of a process, which know of themselves whether they are a terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/** The terminal of a process. */
export function processTerminal({ stdin, stdout, stderr }: Streams): Terminal {
  // Whoever reads only the beginning, as `head` does, closes the pipe: nothing went wrong.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    watched: stderr.isTTY === true,
    answers: stdin.isTTY === true && stderr.isTTY === true,
    ask: async (question) => {
      const lines = createInterface({ input: stdin, output: stderr })
      try {
        return await lines.question(question)
      } finally {
        lines.close()
      }
    },
  }
}
