import { rounded } from '../rounded.ts'
import { absent, type Source } from '../source.ts'
import { workerFlush } from '../worker-readings.ts'

/**
 * How fast the origin's private file system writes to its disk, which some browsers replace by memory in private windows. One
 * small file lives for some milliseconds.
 *
 * Spec: https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle-flush
 * Absent: where there are no workers or no such files; `denied` where the browser refuses, as in private windows of some.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const opfsFlush: Source<'opfsFlush'> = async (g) => {
  const answer = await workerFlush(g)
  if (typeof answer === 'number') return { value: rounded(answer) }
  return absent(typeof answer === 'string' ? 'denied' : 'unavailable')
}
