import { nowMs } from './clock.ts'
import { TracioError } from './errors.ts'
import type { Global } from './global.ts'
import { reach } from './has.ts'
import type { Call } from './identify.ts'
import type { TracioResult } from './result.ts'
import type { Collected } from './work.ts'

/** The part of a page in which a script is put. */
export interface ScriptPage {
  Tracio?: unknown
  readonly document?: {
    readonly head?: { append(node: unknown): void } | null
    createElement?(tag: 'script'): ScriptElement
  }
}

/** A script element. */
export interface ScriptElement {
  src: string
  crossOrigin: string | null
  setAttribute(name: string, value: string): void
  addEventListener(type: 'error', listener: () => void): void
  remove(): void
}

/** What the script installs as `Tracio`. It may be of another version than this copy of the agent. */
export interface Installed {
  init(options: object): Inner
}

/** What we ask of the instance that the script gives. */
export interface Inner {
  getResult(call: Call): Promise<TracioResult>
  collect(call: Call): Promise<Collected>
  consent(given: boolean): void
  destroy(): void
}

/** A script that is being loaded, or was. */
export interface LoadedScript {
  /** Rejects with `load_failed` or `blocked`. */
  readonly installed: Promise<Installed>
  /** Takes the element away, and the global with it. */
  remove(): void
}

/** How often we look whether the script has done its work; its `load` event says only that it came. */
const POLL_MS = 50

/** Puts a script tag into the page and waits for what it installs. */
export function loadScript(
  g: Global,
  page: ScriptPage,
  { url, publicKey, timeoutMs }: { readonly url: string; readonly publicKey: string; readonly timeoutMs: number },
): LoadedScript {
  const before = page.Tracio
  const beganMs = nowMs(g)
  let ours: unknown
  let stopped = false
  const script = page.document?.createElement?.('script')
  const installed = new Promise<Installed>((resolve, reject) => {
    const look = (): void => {
      const found = page.Tracio
      if (found !== before && isInstalled(found)) {
        ours = found
        resolve(found)
      } else if (stopped || nowMs(g) - beganMs >= timeoutMs) {
        reject(new TracioError('blocked', `${url} installed nothing.`))
      } else g.setTimeout?.(look, POLL_MS)
    }
    script?.addEventListener('error', () => {
      reject(new TracioError('load_failed', `${url} did not load.`))
      stopped = true
    })
    look()
  })
  if (script) {
    script.setAttribute('data-tracio-key', publicKey)
    script.setAttribute('data-tracio-owned', '')
    // Anonymous, which is what no value stands for. Elements that a script makes are asynchronous anyway.
    Object.assign(script, { crossOrigin: '', src: url })
    page.document?.head?.append(script)
  }
  return {
    installed,
    remove() {
      stopped = true
      script?.remove()
      if (!ours || page.Tracio !== ours) return
      if (before === undefined) Reflect.deleteProperty(page, 'Tracio')
      else page.Tracio = before
    },
  }
}

const isInstalled = (found: unknown): found is Installed => typeof reach(found, 'init') === 'function'
