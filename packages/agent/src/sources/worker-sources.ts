import type { Global } from '../global.ts'
import { present, type Sample } from '../source.ts'
import type { WorkerAnswer } from '../work-in-worker.ts'
import { workerAnswer } from '../worker-readings.ts'

/** A field of the worker's answer. */
const told =
  <K extends keyof WorkerAnswer>(field: K) =>
  async (g: Global): Promise<Sample<NonNullable<WorkerAnswer[K]>>> =>
    // `present` takes undefined away, and null is never sent.
    present((await workerAnswer(g))?.[field]) as Sample<NonNullable<WorkerAnswer[K]>>

/**
 * What a worker says of the browser: tools that make a window look like another often forget the workers, where each property
 * is read anew from another navigator in another thread.
 *
 * Spec: https://html.spec.whatwg.org/multipage/workers.html#the-workernavigator-object,
 * https://html.spec.whatwg.org/multipage/canvas.html#the-offscreencanvas-interface
 * Absent: where there are no workers or the worker's navigator lacks the property; `blocked` where the page's policy forbids
 * workers of its own making.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const workerSources = {
  workerUserAgent: told('userAgent'),
  workerPlatform: told('platform'),
  workerLanguages: told('languages'),
  workerCores: told('hardwareConcurrency'),
  workerMemory: told('deviceMemory'),
  workerBrands: told('brands'),
  workerTimezone: told('timezone'),
  workerGpu: told('gpu'),
}

/** What a worker can do, and what it may: of other families, by the same worker. */
export const workerInterfaces = told('interfaces')
export const workerNotification = told('notification')
export const workerDirectory = told('directory')
