import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'
import { type CompressOptions, type FormatOptions, type MinifyOutput, minify } from 'terser'
import { orderDefinitions } from './order-definitions.ts'

/**
 * Properties of our own objects that never leave the bundle: not in a payload, nor in an option, a result or anything that a
 * browser knows. They may be shortened; a name that is also somebody else's, such as `tookMs` of a signal, may not be here,
 * and browsers may know another thing by one of these only where we never ask for it.
 */
export const INTERNAL_NAMES = [
  'absent',
  'afterMs',
  'alone',
  'askedMs',
  'atHome',
  'beforeReading',
  'beganMs',
  'change',
  'encoding',
  'end',
  'ended',
  'envelope',
  'firstMs',
  'forget',
  'frame',
  'gap',
  'gate',
  'goOn',
  'heavy',
  'holders',
  'identify',
  'identity',
  'installed',
  'json',
  'labels',
  'late',
  'leave',
  'line',
  'listen',
  'log',
  'news',
  'noisy',
  'options',
  'outcome',
  'over',
  'owned',
  'place',
  'plan',
  'primary',
  'rank',
  'read',
  'rest',
  'running',
  'sealing',
  'seen',
  'settings',
  'shared',
  'source',
  'sources',
  'startLate',
  'stop',
  'summary',
  'synthetic',
  'tell',
  'things',
  'time',
  'trusted',
  'watchers',
  'watching',
  'work',
  'worker',
  'written',
]

/** What assumes nothing that esbuild does not, but that nobody calls our functions with `new`. */
const compress: CompressOptions = {
  ecma: 2020,
  passes: 2,
  hoist_funs: true,
  inline: 1,
  unsafe_arrows: true,
  unsafe_methods: true,
}

/** Puts functions that are used once where they are used, and writes each definition that is left on lines of its own. */
export async function condensed(code: string): Promise<string> {
  const format: FormatOptions = { ecma: 2020, comments: false, beautify: true }
  return codeOf(
    await minify(code, { module: true, mangle: false, compress: { ...compress, join_vars: false }, format }),
  )
}

/** Names variables by how often they occur, and shortens the internal names. On one line, or each definition on its own. */
export async function named(code: string, module: boolean, apart = false): Promise<string> {
  const output = await minify(code, {
    module,
    mangle: { properties: { builtins: true, regex: new RegExp(`^(?:${INTERNAL_NAMES.join('|')})$`) } },
    compress: { ecma: 2020, defaults: false, join_vars: !apart, arrows: true },
    // Pages that say no encoding, or another one, read a script by theirs.
    format: { ecma: 2020, comments: false, ascii_only: true, beautify: apart },
  })
  return codeOf(output)
}

function codeOf({ code }: MinifyOutput): string {
  if (!code) throw new Error('There is nothing left of the bundle.')
  return code
}

/**
 * Has Chromium compile all functions while the script arrives, in another thread, and not each at its first call: that took 15 ms
 * of the page's thread (Chromium 156, November 2026). Modules go through bundlers, which leave no such line.
 * https://v8.dev/blog/explicit-compile-hints
 */
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/**
 * Minifies once more what esbuild has bundled, with Terser, and puts it in an order that suits gzip. 7 % of the agent's bytes
 * after gzip, November 2026. Only for bundles of one file.
 */
export const shrink: Plugin = {
  name: 'shrink',
  setup(build) {
    const { outfile, format, write } = build.initialOptions
    build.initialOptions.write = false
    // The function around a script comes last: definitions stand at the margin.
    build.initialOptions.format = 'esm'
    build.onEnd(async ({ outputFiles }) => {
      const [file] = outputFiles ?? []
      if (!file) return
      const ordered = orderDefinitions(await condensed(file.text))
      const isScript = format === 'iife'
      const code = await named(isScript ? `"use strict";(()=>{${ordered}})()` : ordered, !isScript)
      const text = `${isScript ? ALL_AT_ONCE : ''}${code}\n`
      file.contents = new TextEncoder().encode(text)
      Object.defineProperty(file, 'text', { value: text })
      if (write === false || !outfile) return
      // A fresh clone has no such folder yet.
      await mkdir(dirname(outfile), { recursive: true })
      await writeFile(outfile, file.contents)
    })
  },
}
