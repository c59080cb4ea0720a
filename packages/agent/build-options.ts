import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import { shrink } from './shrink.ts'
import { wireKeys } from './wire-keys.ts'

const at = (path: string): string => join(import.meta.dirname, path)

/** What both bundles share. `source` makes esbuild read the contract's TypeScript, of which only `wire` is asked for. */
const shared: BuildOptions = {
  bundle: true,
  // Names are left for Terser, which has its own.
  minifySyntax: true,
  minifyWhitespace: true,
  target: 'es2020',
  platform: 'browser',
  conditions: ['source'],
  legalComments: 'none',
  plugins: [wireKeys, shrink],
}

/** For bundlers and for `<script type="module">`. */
export const moduleBuild: BuildOptions = {
  ...shared,
  entryPoints: [at('src/index.ts')],
  outfile: at('dist/index.js'),
  format: 'esm',
}

/** For `<script src>`; sets `window.Tracio`. */
export const scriptBuild: BuildOptions = {
  ...shared,
  entryPoints: [at('src/script.ts')],
  outfile: at('dist/agent.js'),
  format: 'iife',
}
