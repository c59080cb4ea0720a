import type { Terminal } from './terminal.ts'

/** Options that every command with a result has. */
export interface ShowOptions {
  readonly json?: boolean
}

/** Prints a result: as one JSON document for programs, else as text for people. */
export function show(terminal: Terminal, { json }: ShowOptions, data: unknown, text: string): void {
  terminal.out(json === true ? `${JSON.stringify(data, null, 2)}\n` : text)
}

/** A moment as commands print it: RFC 3339, UTC, or null where there is none. */
export const showTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
