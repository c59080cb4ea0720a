// @ts-check
// Starts the project's commands on any Node from 18 on: installs what is missing, picks the Node to run with, builds
// what browsers load when it is out of date, and hands over. Plain JavaScript without dependencies, because it runs
// before there are any.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundles } from './launcher/bundles.mjs'
import { isStale } from './launcher/freshness.mjs'
import { installIfNeeded } from './launcher/install.mjs'
import { nodeCandidates, pinnedNode } from './launcher/pick-node.mjs'
import { runNode } from './launcher/run-node.mjs'
import { serverFlags } from './launcher/server-flags.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @type {ReadonlyMap<string | undefined, { script: string[], needsBundles: boolean }>} */
const commands = new Map([
  ['start', { script: [...serverFlags, 'packages/server/src/cli.ts', 'serve'], needsBundles: true }],
  ['tracio', { script: [...serverFlags, 'packages/server/src/cli.ts'], needsBundles: false }],
  ['test', { script: ['scripts/test.ts'], needsBundles: false }],
  ['check', { script: ['scripts/test.ts', '--no-e2e'], needsBundles: false }],
  ['record-fixture', { script: ['scripts/record-fixture.ts'], needsBundles: true }],
  ['bench', { script: ['bench/run.ts'], needsBundles: true }],
  ['tested', { script: ['scripts/tested.ts'], needsBundles: false }],
  ['docs', { script: ['scripts/docs.ts'], needsBundles: false }],
  ['order-agent', { script: ['scripts/order-agent.ts'], needsBundles: false }],
])

/** @returns {Promise<number>} */
async function launch() {
  const [name, ...args] = process.argv.slice(2)
  const command = commands.get(name)
  if (command === undefined) {
    console.error(
      'usage: node scripts/launch.mjs start|tracio|test|check|bench|docs|order-agent|record-fixture [arguments]',
    )
    return 2
  }
  if (!installIfNeeded(root)) return 1
  const pinned = pinnedNode(root, process.platform, process.arch)
  const nodes = nodeCandidates(pinned, { version: process.versions.node, execPath: process.execPath })
  if (nodes.length === 0) {
    console.error(
      `tracio: needs Node 24 or newer. This one is ${process.versions.node} and npm has no pinned Node for ` +
        `${process.platform}-${process.arch}. Install Node 24 (https://nodejs.org) and run the command again.`,
    )
    return 1
  }
  // Checked here and not in the child, so that a start with fresh bundles costs no process of its own.
  const serves = name === 'tracio' && (args[0] ?? 'serve') === 'serve'
  if ((command.needsBundles || serves) && isStale(root, bundles)) {
    const code = await runNode(nodes, ['scripts/build.ts'], root)
    if (code !== 0) return code
  }
  return runNode(nodes, [...command.script, ...args], root)
}

process.exitCode = await launch()
