import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that whole-system tests need, and how to get it. */
export interface Program {
  /** What people call it. */
  readonly title: string
  /** The variable that names the program to test with, and that hands it to the whole-system tests. */
  readonly setting: string
  /** File names to look for on the path, the best first. */
  readonly names: readonly string[]
  /** Debian's package. */
  readonly package: string
}

/** Everything that whole-system tests need beyond what npm installs. Names and packages are Debian 12's, November 2026. */
export const programs = {
  chromium: {
    title: 'Chromium',
    setting: 'TRACIO_TEST_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
  },
  firefox: {
    title: 'Firefox',
    setting: 'TRACIO_TEST_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    package: 'firefox-esr',
  },
  webkit: {
    title: 'WebKitGTK with its driver',
    setting: 'TRACIO_TEST_WEBKIT',
    names: ['WebKitWebDriver'],
    package: 'webkit2gtk-driver',
  },
  xvfb: { title: 'Xvfb', setting: 'TRACIO_TEST_XVFB', names: ['Xvfb'], package: 'xvfb' },
  openssl: { title: 'OpenSSL', setting: 'TRACIO_TEST_OPENSSL', names: ['openssl'], package: 'openssl' },
  ip: { title: 'iproute2', setting: 'TRACIO_TEST_IP', names: ['ip'], package: 'iproute2' },
} as const satisfies Readonly<Record<string, Program>>

/** The short name of a program in the table. */
export type ProgramName = keyof typeof programs

/** Every name of the table, in its order. */
export const programNames: readonly ProgramName[] = ['chromium', 'firefox', 'webkit', 'xvfb', 'openssl', 'ip']

/** The environment, as far as looking for programs needs it. */
export type Env = Readonly<Record<string, string | undefined>>

/** Where a program is: the one its setting names and no other, else the first on the path. Undefined: nowhere. */
export function findProgram(
  { setting, names }: Program,
  env: Env,
  isProgram: (path: string) => boolean = isExecutable,
): string | undefined {
  const given = env[setting]
  if (given) return isProgram(given) ? given : undefined
  const directories = (env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '')
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(isProgram)
}

/** Whether a file is there and may be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
