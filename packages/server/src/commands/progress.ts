import type { Terminal } from './terminal.ts'

/** Options of commands that may take long. */
export interface ProgressOptions {
  readonly progress?: boolean
}

/** Says how far a command is. */
export interface Progress {
  say(text: string): void
  /** Takes the line back, so that what follows starts on a clean one. */
  done(): void
}

/** Back to the beginning of the line, and erase to its end (ECMA-48). */
const CLEAR_LINE = '\r\u001b[K'

/** Progress on standard error: one line that changes for a person, a line each time for `--progress`, else nothing. */
export function showProgress(terminal: Terminal, { progress }: ProgressOptions): Progress {
  if (terminal.watched) {
    return { say: (text) => terminal.err(`${CLEAR_LINE}${text}`), done: () => terminal.err(CLEAR_LINE) }
  }
  return { say: (text) => (progress === true ? terminal.err(`${text}\n`) : undefined), done: () => undefined }
}
