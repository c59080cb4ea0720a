// @ts-check
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** Workspace packages offer their TypeScript under this condition. Children take it from NODE_OPTIONS. */
const SOURCE_CONDITION = '--conditions=source'

/**
 * Signals handed on to the child. A Ctrl-C reaches it from the terminal as well, and npm hands on its own, so what
 * we start must bear the same signal twice.
 * @type {readonly NodeJS.Signals[]}
 */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a script of ours under the first of the given Nodes that starts, and waits for its end.
 * @param {readonly string[]} nodes best first
 * @param {readonly string[]} scriptAndArguments
 * @param {string} root
 * @returns {Promise<number>} the exit code to end with
 */
export async function runNode(nodes, scriptAndArguments, root) {
  for (const node of nodes) {
    const code = await runUnder(node, scriptAndArguments, root)
    if (code !== undefined) return code
    console.error(`tracio: ${node} does not start on this machine`)
  }
  console.error('tracio: no Node to run with. Install Node 24 or newer (https://nodejs.org) and run the command again.')
  return 1
}

/**
 * @param {string} node
 * @param {readonly string[]} scriptAndArguments
 * @param {string} root
 * @returns {Promise<number | undefined>} undefined when the Node itself could not be started
 */
function runUnder(node, scriptAndArguments, root) {
  return new Promise((resolve) => {
    const child = spawn(node, [SOURCE_CONDITION, '--disable-warning=ExperimentalWarning', ...scriptAndArguments], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: withCondition(process.env['NODE_OPTIONS']) },
    })
    const forwards = FORWARDED.map((signal) => {
      const forward = () => void child.kill(signal)
      process.on(signal, forward)
      return () => void process.off(signal, forward)
    })
    /** @param {number | undefined} code */
    const end = (code) => {
      for (const stop of forwards) stop()
      resolve(code)
    }
    child.once('error', () => child.pid === undefined && end(undefined))
    child.once('close', (code, signal) => end(exitCode(code, signal)))
  })
}

/**
 * @param {string | undefined} options the NODE_OPTIONS we were given
 * @returns {string}
 */
export function withCondition(options) {
  const given = options ?? ''
  return given.split(/\s+/).includes(SOURCE_CONDITION) ? given : `${given} ${SOURCE_CONDITION}`.trim()
}

/**
 * A process ended by a signal counts as 128 plus its number, as shells have it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {number}
 */
export function exitCode(code, signal) {
  return signal === null ? (code ?? 1) : 128 + constants.signals[signal]
}
