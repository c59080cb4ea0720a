import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import { runCommandLine } from '../src/commands/run-command-line.ts'
import { readConfig } from '../src/config.ts'
import { memoryTerminal } from './memory-terminal.ts'
import type { Ended } from './run-cli.ts'

/** A data folder of its own, and a way to run commands on it inside the test's process. */
export interface CommandFolder {
  readonly dataDir: string
  readonly clock: { at: number }
  /** `answer` is what a person at a terminal would say; without it, nobody is there. */
  run(args: readonly string[], answer?: string): Promise<Ended>
  /** The parsed output of a command that must end well; `--json` is added. */
  json(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>>
}

/** 2026-11-01T00:00:00Z: any moment would do. */
export const COMMAND_TIME = Date.UTC(2026, 10, 1)

/** A folder that is still empty. */
export function commandFolder(env: Readonly<Record<string, string>> = {}): CommandFolder {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'tracio-commands-')), 'data')
  const clock = { at: COMMAND_TIME }
  const run: CommandFolder['run'] = async (args, answer) => {
    const terminal = memoryTerminal(answer === undefined ? {} : { answer, watched: true })
    const code = await runCommandLine(args, {
      terminal,
      config: () => readConfig({ TRACIO_DATA_DIR: dataDir, TRACIO_GEO_DEFAULT: 'off', ...env }),
      now: () => clock.at as EpochMs,
    })
    return { code, ...terminal.printed }
  }
  return {
    dataDir,
    clock,
    run,
    json: async (...args) => {
      const { code, out, err } = await run([...args, '--json'])
      if (code !== 0) throw new Error(`The command failed with ${code}: ${err}`)
      return JSON.parse(out)
    },
  }
}

/** A folder with a database and one workspace. */
export async function preparedFolder(env: Readonly<Record<string, string>> = {}): Promise<CommandFolder> {
  const folder = commandFolder(env)
  await folder.json('migrate')
  await folder.json('keys', 'workspaces', 'create', '--name', 'first')
  return folder
}
