import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.ts'

/** A browser to test with, or the reason there is none. */
export type Chromium = { readonly path: string } | { readonly missing: string }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The setting that names the browser to test with, and that hands it to the whole-system tests. */
export const CHROMIUM_SETTING = 'TRACIO_TEST_CHROMIUM'

/** Waits for another apt that holds the lock, and tries a flaky mirror again. */
const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3']

type Env = Readonly<Record<string, string | undefined>>

export function findChromium(env: Env, isProgram: (path: string) => boolean = isExecutable): string | undefined {
  const given = env[CHROMIUM_SETTING]
  if (given) return isProgram(given) ? given : undefined
  const directories = (env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '')
  return NAMES.flatMap((name) => directories.map((directory) => join(directory, name))).find(isProgram)
}

/** Finds Chromium, and on Debian, as root, installs it when there is none. */
export async function ensureChromium(env: Env, say: (line: string) => void): Promise<Chromium> {
  const found = findChromium(env)
  if (found !== undefined) return { path: found }
  if (env[CHROMIUM_SETTING]) {
    return { missing: `${CHROMIUM_SETTING} names ${env[CHROMIUM_SETTING]}, which is not a program` }
  }
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    return {
      missing: `no Chromium: install one (on Debian: apt-get install chromium) or name it in ${CHROMIUM_SETTING}`,
    }
  }
  say('chromium: installing it with apt-get, beside the other steps ...')
  const apt = async (...args: string[]) =>
    runCommand('apt-get', [...APT_OPTIONS, ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  const updated = await apt('update')
  const installed = await apt('install', '-y', '--no-install-recommends', 'chromium')
  const path = findChromium(env)
  if (path === undefined) return { missing: `apt-get did not install Chromium:\n${updated.output}${installed.output}` }
  say(`chromium: installed, ${path}`)
  return { path }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
