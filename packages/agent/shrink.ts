import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'
import { minify } from 'terser'

/**
 * Properties of our own objects that never leave the bundle: not in a payload, nor in an option, a result or anything that a
 * browser knows. They may be shortened; a name that is also somebody else's, such as `tookMs` of a signal, may not be here,
 * and browsers may know another thing by one of these only where we never ask for it.
 */
export const INTERNAL_NAMES = [
  'absent',
  'afterMs',
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
  'seenSince',
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
  'written',
]

/**
 * Minifies once more what esbuild has bundled: Terser puts functions that are used once where they are used, and names
 * variables by how often they occur. 5 % of the agent's bytes after gzip, November 2026; it assumes nothing that
 * esbuild does not, but of the names above. Only for bundles of one file.
 */
export const shrink: Plugin = {
  name: 'shrink',
  setup(build) {
    const { outfile, format, write } = build.initialOptions
    build.initialOptions.write = false
    build.onEnd(async ({ outputFiles }) => {
      const [file] = outputFiles ?? []
      if (!file) return
      const { code } = await minify(file.text, {
        ecma: 2020,
        mangle: { properties: { builtins: true, regex: new RegExp(`^(?:${INTERNAL_NAMES.join('|')})$`) } },
        module: format === 'esm',
        compress: { ecma: 2020, passes: 2, hoist_funs: true },
        // Pages that say no encoding, or another one, read a script by theirs.
        format: { ecma: 2020, comments: false, ascii_only: true },
      })
      if (!code) throw new Error('There is nothing left of the bundle.')
      file.contents = new TextEncoder().encode(`${code}\n`)
      Object.defineProperty(file, 'text', { value: `${code}\n` })
      if (write === false || !outfile) return
      // A fresh clone has no such folder yet.
      await mkdir(dirname(outfile), { recursive: true })
      await writeFile(outfile, file.contents)
    })
  },
}
