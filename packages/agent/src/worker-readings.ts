import { drawShapes, SHAPES_HEIGHT, SHAPES_WIDTH } from './draw-shapes.ts'
import { flushInWorker } from './flush-in-worker.ts'
import { fontFamilies } from './font-families.ts'
import { fontTest } from './font-test.ts'
import type { Global } from './global.ts'
import { gpuNames } from './gpu-names.ts'
import { has } from './has.ts'
import { inWorker } from './in-worker.ts'
import { type WorkerAnswer, workInWorker } from './work-in-worker.ts'

/** Interfaces that workers of some browsers, versions and settings have and others lack. */
const INTERFACES =
  'BarcodeDetector FileSystemSyncAccessHandle FontFace GPU HID NavigatorUAData Notification OffscreenCanvas SharedWorker Temporal TrustedHTML WebTransport'

/** Long enough for all sources of one run that ask; an answer of a later run is its own. */
const HOLD_MS = 2000

const held = new WeakMap<Global, Promise<unknown>>()

/**
 * Whether the worker looks for fonts: in Chromium, by an interface that only its family has. In WebKit every new worker loads
 * all fonts anew, for 120 ms (WebKitGTK 2.50, November 2026).
 */
export const seeksFonts = (g: Global): boolean => has(g, 'webkitRequestFileSystem')

/** What a worker of the page tells of itself: one worker for all sources of a run. Undefined where there are no workers. */
export async function workerAnswer(g: Global): Promise<WorkerAnswer | undefined> {
  let answer = held.get(g)
  if (!answer) {
    const families = seeksFonts(g) ? fontFamilies : ''
    const parameters = `self,${drawShapes},${SHAPES_WIDTH},${SHAPES_HEIGHT},"${INTERFACES}",${gpuNames},${fontTest},"${families}"`
    answer = inWorker(g, programOf(workInWorker, parameters))
    if (!answer) return
    held.set(g, answer)
    g.setTimeout?.(() => held.delete(g), HOLD_MS)
  }
  // The program is ours; the server believes nothing of what it says.
  return (await answer) as WorkerAnswer
}

/** Milliseconds of a flush in a worker; see `flushInWorker`. Undefined where there are no workers. */
export const workerFlush = (g: Global): Promise<unknown> | undefined => inWorker(g, programOf(flushInWorker, 'self'))

/** The text of a function that uses nothing but its parameters, as a program that posts what it gives. */
const programOf = (work: (...parameters: never[]) => Promise<unknown>, parameters: string): string =>
  `(${work})(${parameters}).then(postMessage)`
