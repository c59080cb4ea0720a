import type { fontTest as testOfFont } from './font-test.ts'
import type { Context2d, WebglLike } from './global.ts'
import type { gpuNames as namesOfGpu } from './gpu-names.ts'

/** What a worker tells of itself; what it lacks is left out. */
export interface WorkerAnswer {
  readonly userAgent?: string
  readonly platform?: string
  readonly languages?: readonly string[]
  readonly hardwareConcurrency?: number
  readonly deviceMemory?: number
  readonly brands?: string
  readonly notification?: string
  readonly timezone?: string
  readonly interfaces?: readonly string[]
  readonly gpu?: { readonly vendor: string; readonly renderer: string }
  /** The pixels of the drawing. */
  readonly image?: ArrayLike<number>
  /** Those of our families that are installed. */
  readonly fonts?: readonly string[]
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
  fontTest: typeof testOfFont,
  families: string,
): Promise<WorkerAnswer> {
  const answer: Record<string, unknown> = {}
  const tried = (name: string, ask: () => unknown): void => {
    try {
      const value = ask()
      if (value !== undefined && value !== null) answer[name] = value
    } catch {
      return
    }
  }
  const navigator = g.navigator || {}
  for (const name of 'userAgent platform languages hardwareConcurrency deviceMemory'.split(' ')) {
    tried(name, () => Reflect.get(navigator, name))
  }
  tried('brands', () => {
    const data = navigator.userAgentData
    if (!data) return
    const brands = data.brands.map((one) => `${one.brand} ${one.version}`).sort()
    return `${data.platform}; ${data.mobile}; ${brands.join(', ')}`
  })
  tried('notification', () => g.Notification?.permission)
  tried('timezone', () => g.Intl?.DateTimeFormat().resolvedOptions().timeZone)
  tried('interfaces', () => names.split(' ').filter((name) => name in g))
  // The standard gives this kind of context, or null.
  const contextOf = <T>(kind: string, width: number, height: number): T | null | undefined =>
    g.OffscreenCanvas &&
    (new g.OffscreenCanvas(width, height).getContext(kind, { willReadFrequently: true }) as T | null)
  tried('gpu', () => {
    const gl = contextOf<WebglLike>('webgl', 1, 1)
    return gl && gpuNames(gl, (name) => gl.getParameter(name))
  })
  tried('image', () => {
    const context = contextOf<Context2d>('2d', width, height)
    if (!context?.getImageData) return
    draw(context)
    return context.getImageData(0, 0, width, height).data
  })
  tried('fonts', () => {
    const isInstalled = families && fontTest(contextOf<Context2d>('2d', 1, 1))
    return isInstalled ? families.split(',').filter(isInstalled) : undefined
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
