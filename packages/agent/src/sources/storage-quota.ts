import { answered } from '../answered.ts'
import type { Source } from '../source.ts'

/**
 * Room that the browser says this origin may fill, and whether it promises to keep what is stored. Nobody is asked.
 *
 * Spec: https://storage.spec.whatwg.org/#api
 * Absent: on plain HTTP pages (`unavailable`); in opaque origins, such as sandboxed iframes (`denied`).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const storageQuota: Source<'storageQuota'> = ({ navigator }) =>
  answered(async () => {
    const storage = navigator?.storage
    const [{ quota } = {}, persisted = null] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()])
    return quota === undefined ? undefined : { quotaBytes: quota, persisted }
  })
