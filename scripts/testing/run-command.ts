import { type ChildProcess, spawn } from 'node:child_process'

/** No step takes a tenth of this; one that does hangs, and would hold the whole run. Chosen by hand, November 2026. */
const STEP_MS_MAX = 15 * 60_000

export interface CommandResult {
  readonly succeeded: boolean
  /** What it printed, both streams in order. Empty when it printed straight to the terminal. */
  readonly output: string
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Prints as it goes, instead of handing the output back. */
  readonly isLive?: boolean
  readonly timeoutMs?: number
}

const running = new Set<ChildProcess>()

/** Runs a program to its end. A program that cannot be started has failed, and its output says why. */
export function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, isLive = false, timeoutMs = STEP_MS_MAX }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const output: string[] = []
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: isLive ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => output.push(text))
    }
    child.once('error', (error) => output.push(`${command} did not start: ${error.message}\n`))
    child.once('close', (code, signal) => {
      running.delete(child)
      if (signal !== null) output.push(`${command} was ended by ${signal}\n`)
      resolve({ succeeded: code === 0, output: output.join('') })
    })
  })
}

/** Ends what still runs, so that an interrupted run leaves nothing behind. */
export function stopCommands(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal)
}
