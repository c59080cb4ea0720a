import { Tracio } from './index.ts'
import type { TracioInstance } from './instance.ts'
import type { TracioOptions } from './options.ts'
import { scriptDefaults } from './script-defaults.ts'

// Read now: `currentScript` is this script only while it runs for the first time.
const defaults = scriptDefaults(globalThis)

/** `Tracio.init` of the script tag, which already knows the key and the server from its own address. */
const init = (options?: Partial<TracioOptions>): TracioInstance =>
  Tracio.init({ publicKey: '', ...defaults, ...options })

Object.assign(globalThis, { Tracio: { init } })
