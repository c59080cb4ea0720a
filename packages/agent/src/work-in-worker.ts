import type { Context2d, WebglLike } from './global.ts'
import type { gpuNames as namesOfGpu } from './gpu-names.ts'

/** What a worker tells of itself; what it lacks is left out. */
export interface WorkerAnswer {
  readonly userAgent?: string
  readonly platform?: string
  readonly languages?: readonly string[]
  readonly cores?: number
  readonly memoryGib?: number
  readonly brands?: string
  readonly notification?: string
  readonly timezone?: string
  readonly interfaces?: readonly string[]
  readonly gpu?: { readonly vendor: string; readonly renderer: string }
  /** The pixels of the drawing. */
  readonly image?: ArrayLike<number>
  /** `directory`, or the name of the error with which the browser refuses. */
  readonly directory?: string
}

/** The global of a worker, as far as it is asked. */
export interface WorkerScope {
  readonly navigator?: {
    readonly userAgent?: string
    readonly platform?: string
    readonly languages?: readonly string[]
    readonly hardwareConcurrency?: number
    readonly deviceMemory?: number
    readonly userAgentData?: {
      readonly platform: string
      readonly mobile: boolean
      readonly brands: readonly { readonly brand: string; readonly version: string }[]
    }
    readonly storage?: { getDirectory?(): Promise<{ readonly kind: string }> }
  }
  readonly Notification?: { readonly permission?: string }
  readonly Intl?: {
    DateTimeFormat(): { resolvedOptions(): { readonly timeZone?: string } }
  }
  readonly OffscreenCanvas?: new (width: number, height: number) => OffscreenLike
}

interface OffscreenLike {
  getContext(kind: string, settings?: { readonly willReadFrequently: boolean }): unknown
}

/**
 * Reads the worker that it runs in. Its text is a worker's program, so it uses nothing but its parameters, and no syntax for
 * which older targets need help from outside. Never rejects: what fails is left out.
 */
export async function workInWorker(
  g: WorkerScope,
  draw: (context: Context2d) => void,
  width: number,
  height: number,
  names: string,
  gpuNames: typeof namesOfGpu,
): Promise<WorkerAnswer> {
  const answer: Record<string, unknown> = {}
  const tried = (name: string, ask: () => unknown): void => {
    try {
      const value = ask()
      if (value !== undefined && value !== null) answer[name] = value
    } catch (error) {
      answer['failed'] = String(error)
    }
  }
  const navigator = g.navigator || {}
  tried('userAgent', () => navigator.userAgent)
  tried('platform', () => navigator.platform)
  tried('languages', () => navigator.languages)
  tried('cores', () => navigator.hardwareConcurrency)
  tried('memoryGib', () => navigator.deviceMemory)
  tried('brands', () => {
    const data = navigator.userAgentData
    if (!data) return
    const brands = data.brands.map((one) => `${one.brand} ${one.version}`).sort()
    return `${data.platform}; ${data.mobile}; ${brands.join(', ')}`
  })
  tried('notification', () => g.Notification?.permission)
  tried('timezone', () => g.Intl?.DateTimeFormat().resolvedOptions().timeZone)
  tried('interfaces', () => names.split(' ').filter((name) => name in g))
  tried('gpu', () => {
    // The standard gives this kind of context, or null.
    const gl = g.OffscreenCanvas && (new g.OffscreenCanvas(1, 1).getContext('webgl') as WebglLike | null)
    return gl && gpuNames(gl, (name) => gl.getParameter(name))
  })
  tried('image', () => {
    // As above.
    const context =
      g.OffscreenCanvas &&
      (new g.OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }) as Context2d | null)
    if (!context?.getImageData) return
    draw(context)
    return context.getImageData(0, 0, width, height).data
  })
  try {
    const directory = await navigator.storage?.getDirectory?.()
    tried('directory', () => directory?.kind)
  } catch (error) {
    // What the browser refuses with is an error.
    tried('directory', () => (error as Error).name)
  }
  return answer
}
