import { isNamed } from '../error-name.ts'
import { absent, type Source } from '../source.ts'

/**
 * Room that the browser says this origin may fill, and whether it promises to keep what is stored. Nobody is asked.
 *
 * Spec: https://storage.spec.whatwg.org/#api
 * Absent: on plain HTTP pages (`unavailable`); in opaque origins, such as sandboxed iframes (`denied`).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const storageQuota: Source<'storageQuota'> = async ({ navigator }) => {
  const storage = navigator?.storage
  if (!storage?.estimate) return absent('unavailable')
  try {
    const [{ quota }, persisted = null] = await Promise.all([storage.estimate(), storage.persisted?.()])
    return quota === undefined ? absent('unavailable') : { value: { quotaBytes: quota, persisted } }
  } catch (error) {
    // An origin without storage of its own is answered with a TypeError; Chromium also says SecurityError.
    if (isNamed(error, 'TypeError') || isNamed(error, 'SecurityError')) return absent('denied')
    throw error
  }
}
