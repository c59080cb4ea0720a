import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type BuildOptions, build } from 'esbuild'
import { moduleBuild, scriptBuild } from '../packages/agent/build-options.ts'
import { bundles, pages } from './launcher/bundles.mjs'
import { isStale } from './launcher/freshness.mjs'

const root = join(import.meta.dirname, '..')

const pageBuild: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  platform: 'browser',
  conditions: ['source'],
  legalComments: 'none',
}

/** Bundles everything that browsers load. */
export async function buildAll(): Promise<void> {
  const startedAt = new Date()
  const pageBuilds = pages.map(({ entry, outfile }) => ({ ...pageBuild, entryPoints: [entry], outfile }))
  await Promise.all(
    [moduleBuild, scriptBuild, ...pageBuilds].map((options) =>
      build({ absWorkingDir: root, logLevel: 'warning', ...options }),
    ),
  )
  // Dated by the start, so that a source saved while we bundled it is newer than the bundle and built again.
  for (const output of bundles.outputs) utimesSync(join(root, output), startedAt, startedAt)
}

/** Bundles when a source is newer than a bundle, and says whether it did. */
export async function buildIfStale(): Promise<boolean> {
  if (!isStale(root, bundles)) return false
  await buildAll()
  return true
}

if (import.meta.main) {
  const startedMs = performance.now()
  const built = await buildIfStale()
  const tookMs = Math.round(performance.now() - startedMs)
  console.log(built ? `tracio: browser bundles built in ${tookMs} ms` : 'tracio: browser bundles are up to date')
}
