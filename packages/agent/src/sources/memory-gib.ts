import { present, type Source } from '../source.ts'

/**
 * Size of the main memory, rounded by the browser to a power of two.
 *
 * Spec: https://www.w3.org/TR/device-memory/#sec-device-memory-js-api
 * Absent: on plain HTTP pages (`unavailable`), and in Firefox and Safari (catalogue: `neverIn`).
 * Checked: Chromium 156, November 2026.
 */
export const memoryGib: Source<'memoryGib'> = ({ navigator }) => present(navigator?.deviceMemory)
