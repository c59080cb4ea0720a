import { launchChromiumBrowser } from './chromium.ts'
import { launchFirefoxBrowser } from './firefox.ts'
import { hasPrograms } from './program-path.ts'
import type { Engine, LaunchOptions, Mode, TestBrowser } from './test-browser.ts'
import { launchWebkitBrowser } from './webkit.ts'

/** Every engine in every mode it has. */
export const engineModes: readonly (readonly [Engine, Mode])[] = [
  ['chromium', 'headless'],
  ['chromium', 'headful'],
  ['chromium', 'private'],
  ['firefox', 'headless'],
  ['firefox', 'headful'],
  ['firefox', 'private'],
  ['webkit', 'headful'],
  ['webkit', 'private'],
]

const launchers: Readonly<Record<Engine, (options: LaunchOptions) => Promise<TestBrowser>>> = {
  chromium: launchChromiumBrowser,
  firefox: launchFirefoxBrowser,
  webkit: launchWebkitBrowser,
}

/** Launches a browser in a profile of its own. */
export const launchBrowser = (engine: Engine, options: LaunchOptions): Promise<TestBrowser> =>
  launchers[engine](options)

/** Whether this machine has what an engine needs in a mode: everything but headless needs a display. */
export const canLaunch = (engine: Engine, mode: Mode): boolean =>
  hasPrograms(engine, ...(mode === 'headless' ? [] : (['xvfb'] as const)))
