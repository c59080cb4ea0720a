import type { Global } from './global.ts'
import { createInstance, type TracioInstance } from './instance.ts'
import { settingsFrom, type TracioOptions } from './options.ts'
import { sources } from './sources/index.ts'

/** Checks the options and gives an instance. Makes no network traffic, and works without a page. */
function init(options: TracioOptions): TracioInstance {
  const g: Global = globalThis
  return createInstance({ g, sources, settings: settingsFrom(options, g) })
}

/** The way in. */
export const Tracio = { init }
