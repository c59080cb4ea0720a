import { nextTask, within } from '../clock.ts'
import { fontFamilies } from '../font-families.ts'
import { fontTest } from '../font-test.ts'
import { holdFrame, withFrame } from '../frame.ts'
import type { Global } from '../global.ts'
import { present, type Source } from '../source.ts'
import { seeksFonts, workerAnswer } from '../worker-readings.ts'

/** So many families at a time: looking for one that is missing takes up to 2 ms at first (WebKitGTK 2.50, November 2026). */
const FAMILIES_A_TURN = 8

/** A worker that has not answered by then gets no more of the page's time. Chosen by hand, November 2026. */
const WORKER_MS_MAX = 200

/**
 * Which of our families are installed. In Chromium a worker has looked, because there every missing family is asked for in
 * another process, which holds the thread for 30 to 60 ms altogether; elsewhere, and where the worker has no answer, a frame
 * does: the page's own web fonts end at its border. Both find the same (November 2026).
 *
 * Spec: https://drafts.csswg.org/css-fonts-4/#font-family-prop, https://html.spec.whatwg.org/multipage/canvas.html#textmetrics
 * Absent: where frames have no document (jsdom has no canvas in them), or nothing has a width.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const fonts: Source<'fonts'> = async (g) =>
  present((seeksFonts(g) && (await foundByWorker(g))) || (await foundInFrame(g)))

async function foundByWorker(g: Global): Promise<readonly string[] | undefined> {
  const answer = workerAnswer(g).catch(() => undefined)
  return (await within(g, WORKER_MS_MAX, answer))?.fonts
}

async function foundInFrame(g: Global): Promise<readonly string[] | undefined> {
  const release = holdFrame(g)
  try {
    const isInstalled = fontTest(
      withFrame(g, ({ contentDocument }) => contentDocument?.createElement('canvas').getContext?.('2d')),
    )
    if (!isInstalled) return
    const found: string[] = []
    for (const [i, family] of fontFamilies.entries()) {
      if (i % FAMILIES_A_TURN === 0) await nextTask(g)
      if (isInstalled(family)) found.push(family)
    }
    return found
  } finally {
    release()
  }
}
