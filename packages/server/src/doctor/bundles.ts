import { existsSync } from 'node:fs'
import { type Check, ok, problem } from './check.ts'

/** What browsers load, relative to this file; scripts/build.ts makes it. */
const BUNDLES = ['../../../agent/dist/agent.js', '../../dist/pages/demo.js']

/** Whether what browsers load was built. */
export const bundles: Check = {
  id: 'bundles',
  examine: () => judgeBundles(BUNDLES.map((path) => new URL(path, import.meta.url))),
}

/** Judges files by whether they are there. */
export function judgeBundles(files: readonly URL[]) {
  const missing = files.filter((file) => !existsSync(file)).map(({ pathname }) => pathname)
  return missing.length === 0
    ? ok('The agent and the pages are built.')
    : problem(`Not built: ${missing.join(', ')}.`, 'Start with "npm start", which builds what is missing.')
}
