import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SWITCHES } from '../chromium.ts'
import { FIREFOX_PREFS, PRIVATE_PREFS } from './firefox.ts'
import { miniBrowser } from './mini-browser.ts'
import { createProfile } from './profile.ts'
import { programPath } from './program-path.ts'
import type { Engine, Mode } from './test-browser.ts'

/** A browser that was given an address as a person's would be, and that no program drives. */
export interface Undriven {
  /** All that it printed; MiniBrowser prints its pages' consoles, as lines that hold `CONSOLE`. */
  printed(): string
  close(): Promise<void>
}

/** Browsers end within half a second of being asked; this one hangs, and is ended the hard way. */
const END_MS_MAX = 5000

/** What to run in a profile, by engine. */
const commands: Readonly<Record<Engine, (mode: Mode, profile: string, url: string) => readonly string[]>> = {
  chromium: (mode, profile, url) => [
    programPath('chromium'),
    ...SWITCHES,
    '--no-first-run',
    '--no-default-browser-check',
    // Without a key ring on the machine it would ask for one.
    '--password-store=basic',
    `--user-data-dir=${profile}`,
    ...{ headless: ['--headless=new'], headful: [], private: ['--incognito'] }[mode],
    url,
  ],
  firefox: (mode, profile, url) => {
    const prefs = Object.entries({ ...FIREFOX_PREFS, ...(mode === 'private' ? PRIVATE_PREFS : {}) })
    const lines = prefs.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    writeFileSync(join(profile, 'user.js'), lines.join(''))
    const headless = mode === 'headless' ? ['--headless'] : []
    return [programPath('firefox'), '--no-remote', '--profile', profile, ...headless, url]
  },
  webkit: (mode, _profile, url) => [
    miniBrowser(),
    '--enable-write-console-messages-to-stdout=true',
    ...(mode === 'private' ? ['--private'] : []),
    url,
  ],
}

/** Starts a browser on an address, in a profile of its own. */
export function openUndriven(engine: Engine, mode: Mode, display: string | undefined, url: string): Undriven {
  const profile = createProfile()
  const [program = '', ...args] = commands[engine](mode, profile.path, url)
  // In a group of its own, so that its children end with it.
  const child = spawn(program, args, {
    env: profile.env(display),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = once(child, 'close')
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text))
  return {
    printed: () => printed,
    close: async () => {
      const end = (signal: NodeJS.Signals) => {
        if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal)
      }
      end('SIGTERM')
      const timer = setTimeout(() => end('SIGKILL'), END_MS_MAX)
      await ended
      clearTimeout(timer)
      profile.dispose()
    },
  }
}
