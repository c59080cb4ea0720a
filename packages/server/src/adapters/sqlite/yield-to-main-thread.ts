import { setPriority } from 'node:os'

/** Nice value of a thread that nobody waits for within milliseconds. */
const BACKGROUND = 15

/**
 * Lowers the priority of the calling worker thread beside the one that answers requests: on few cores that one waited 8 to
 * 16 ms for a turn (measured November 2026). Only on Linux, where a priority belongs to a thread; elsewhere it would be
 * the whole process's.
 */
export function yieldToMainThread(): void {
  if (process.platform === 'linux') setPriority(0, BACKGROUND)
}
