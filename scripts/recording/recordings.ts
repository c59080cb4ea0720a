import { engineModes } from '../../e2e/browsers/launch.ts'
import type { Engine, Mode } from '../../e2e/browsers/test-browser.ts'

/** One recording to make. */
export interface Recording {
  readonly engine: Engine
  readonly mode: Mode
  /** False: started with an address and left alone, as a person's browser is. */
  readonly driven: boolean
}

/** Who drives each engine, as file names have it. */
export const drivers: Readonly<Record<Engine, string>> = {
  chromium: 'playwright',
  firefox: 'puppeteer',
  webkit: 'webdriver',
}

const titles: Readonly<Record<Engine, string>> = { chromium: 'chromium', firefox: 'firefox', webkit: 'webkitgtk' }

/** Every engine in every mode, driven and left alone. */
export const allRecordings: readonly Recording[] = engineModes.flatMap(([engine, mode]) => [
  { engine, mode, driven: true },
  { engine, mode, driven: false },
])

/** The recordings that fit what was asked for; what was not asked for fits all. */
export const recordingsOf = (asked: Partial<Recording>): readonly Recording[] =>
  allRecordings.filter(
    ({ engine, mode, driven }) =>
      (asked.engine ?? engine) === engine && (asked.mode ?? mode) === mode && (asked.driven ?? driven) === driven,
  )

/**
 * Path under `fixtures/`. Nobody sits before a headless browser, so it is automation even when no program drives it.
 * WebKitGTK's releases differ in the second number, the others' in the first.
 */
export function fixturePath({ engine, mode, driven }: Recording, version: string, platform: string): string {
  const kind = driven || mode === 'headless' ? 'automation' : 'genuine'
  const release = version
    .split('.')
    .slice(0, engine === 'webkit' ? 2 : 1)
    .join('.')
  const manner = driven ? drivers[engine] : 'undriven'
  return `${kind}/${titles[engine]}-${release}-${platform}-${mode}-${manner}.json`
}
