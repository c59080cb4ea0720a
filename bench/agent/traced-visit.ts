import type { Browser } from 'playwright-core'
import { ours } from './contestant.ts'
import { type GpuCall, type LongestTask, longestTask, type TraceEvent } from './longest-task.ts'
import type { BenchSite } from './site.ts'
import { BEGAN_MARK, ENDED_MARK, measured, type Span } from './visit.ts'

/** `toplevel` has the tasks of a thread, `blink.user_timing` the marks. */
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing']

/**
 * Put in front of the page: times every call of the interfaces that may wait for the GPU process. Of drawing in two
 * dimensions that is only reading back; its text is work of the page's own process.
 */
const TIME_GPU_CALLS = `(() => {
  const calls = globalThis.gpuCalls = []
  const kinds = ['WebGLRenderingContext', 'WebGL2RenderingContext', 'HTMLCanvasElement', 'OffscreenCanvas',
    'CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D', 'GPU', 'GPUAdapter']
  for (const kind of kinds) {
    const prototype = globalThis[kind]?.prototype
    for (const [name, { value, ...rest }] of Object.entries(Object.getOwnPropertyDescriptors(prototype ?? {}))) {
      if (typeof value !== 'function' || name === 'constructor' || !rest.configurable) continue
      if (kind.endsWith('2D') && name !== 'getImageData') continue
      Object.defineProperty(prototype, name, { ...rest, value(...given) {
        const atMs = performance.now()
        try { return value.apply(this, given) }
        finally { calls.push({ name: kind + '.' + name, atMs, tookMs: performance.now() - atMs }) }
      } })
    }
  }
})()`

/** One visit of ours with a trace of its tasks. Timing the calls changes what the agent reads, so no reading is kept. */
export async function tracedVisit(browser: Browser, site: BenchSite): Promise<LongestTask> {
  const page = await browser.newPage()
  try {
    await page.addInitScript(TIME_GPU_CALLS)
    await page.goto(site.pageOf(ours))
    await browser.startTracing(page, { categories: CATEGORIES })
    // What the expressions answer.
    const { beganMs } = (await page.evaluate(measured(ours))) as Span
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: TraceEvent[] }
    const calls = (await page.evaluate('gpuCalls')) as GpuCall[]
    return longestTask(trace.traceEvents, calls, { began: BEGAN_MARK, ended: ENDED_MARK, beganMs })
  } finally {
    await page.close()
  }
}
