import {
  type Env,
  findProgram,
  isExecutable,
  type Program,
  type ProgramName,
  programNames,
  programs,
} from './programs.ts'
import { runCommand } from './run-command.ts'

/** What there is to test with, and for each program that is missing a sentence that says how to get it. */
export interface Equipment {
  readonly paths: Readonly<Partial<Record<ProgramName, string>>>
  readonly missing: readonly string[]
  /** What apt printed, where it was asked and did not bring everything. */
  readonly aptOutput?: string
}

/** Waits for another apt that holds the lock, and tries a flaky mirror again. */
const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3']

/** Installs Debian packages, and hands back what apt printed. Null: this machine or user cannot install. */
export type Install = ((packages: readonly string[]) => Promise<string>) | null

/** Finds every program, and on Debian, as root, installs what is missing with one call of apt. */
export async function ensurePrograms(
  env: Env,
  say: (line: string) => void,
  install: Install = aptOfRoot(),
  isProgram: (path: string) => boolean = isExecutable,
): Promise<Equipment> {
  const before = look(env, isProgram)
  // A setting that names no program is the user's mistake, which an installation would only cover up.
  const wanted = before.absent.filter((name) => !env[programs[name].setting]).map((name) => programs[name].package)
  if (wanted.length === 0 || install === null) return equipment(env, before)
  say(`installing with apt-get, beside the other steps: ${wanted.join(' ')} ...`)
  const output = await install(wanted)
  const after = look(env, isProgram)
  say(`apt-get is done: ${before.absent.length - after.absent.length} of ${wanted.length} installed`)
  return equipment(env, after, output)
}

interface Look {
  readonly paths: Equipment['paths']
  readonly absent: readonly ProgramName[]
}

function look(env: Env, isProgram: (path: string) => boolean): Look {
  const found = programNames.map((name) => [name, findProgram(programs[name], env, isProgram)] as const)
  return {
    paths: Object.fromEntries(found.filter(([, path]) => path !== undefined)),
    absent: found.filter(([, path]) => path === undefined).map(([name]) => name),
  }
}

function equipment(env: Env, { paths, absent }: Look, aptOutput?: string): Equipment {
  const missing = absent.map((name) => advice(programs[name], env))
  return { paths, missing, ...(aptOutput !== undefined && missing.length > 0 ? { aptOutput } : {}) }
}

function advice({ title, setting, package: name }: Program, env: Env): string {
  const given = env[setting]
  return given
    ? `no ${title}: ${setting} names ${given}, which is not a program`
    : `no ${title}: install it (on Debian: apt-get install ${name}) or name it in ${setting}`
}

function aptOfRoot(): Install {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return null
  const apt = async (...args: string[]) =>
    runCommand('apt-get', [...APT_OPTIONS, ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  return async (packages) => {
    const updated = await apt('update')
    const installed = await apt('install', '-y', '--no-install-recommends', ...packages)
    return updated.output + installed.output
  }
}
