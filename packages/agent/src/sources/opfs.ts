import { refusalOf } from '../refusal.ts'
import { absent, type Source } from '../source.ts'

/**
 * Whether the browser opens the origin's private file system: "directory", or the name of the error with which it
 * refuses. The directory is opened and not looked into; no file is made.
 *
 * Spec: https://fs.spec.whatwg.org/#dom-storagemanager-getdirectory
 * Absent: on plain HTTP pages and in browsers older than 2023.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const opfs: Source<'opfs'> = async ({ navigator }) => {
  if (!navigator?.storage?.getDirectory) return absent('unavailable')
  try {
    return { value: (await navigator.storage.getDirectory()).kind }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== undefined) return { value: refusal }
    throw error
  }
}
