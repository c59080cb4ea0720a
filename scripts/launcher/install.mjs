// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pinnedNode, runsTypeScript } from './pick-node.mjs'

/** Install scripts stay off: npm 12 refuses them, and nothing here depends on one. */
export const ciArguments = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * What an installation must have been made from to be taken as it is. The platform is part of it, because a
 * checkout shared with a container holds the binaries of only one of the two.
 * @param {string} lockText
 * @returns {string}
 */
export function stampOf(lockText) {
  return `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}\n`
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.tracio-install')

/**
 * @param {string} root
 * @returns {boolean}
 */
export function needsInstall(root) {
  const file = stampFile(root)
  return !existsSync(file) || readFileSync(file, 'utf8') !== stampOf(readLock(root))
}

/**
 * npm as the caller runs it, so that its version and its settings stay the same; any other package manager that
 * started us is passed over, since only npm reads this lockfile.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} node
 * @param {string} platform
 * @returns {{ command: string, before: string[], shell: boolean }}
 */
export function npmCommand(env, node, platform) {
  const script = env['npm_execpath']
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) return { command: node, before: [script], shell: false }
  return { command: 'npm', before: [], shell: platform === 'win32' }
}

/**
 * Optional packages that the lockfile has for this machine and npm left out. npm judges their `engines` by the Node
 * that runs it, not by the pinned one, so an old Node leaves holes which a second round under the pinned one fills.
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @param {{ platform: string, arch: string, libc: string }} machine
 * @param {(path: string) => boolean} isInstalled
 * @returns {string[]}
 *
 * @typedef {{ optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */
export function leftOut(lock, machine, isInstalled) {
  return Object.entries(lock.packages)
    .filter(([, { optional, os, cpu, libc }]) => {
      if (optional !== true || os === undefined || cpu === undefined) return false
      return (
        os.includes(machine.platform) && cpu.includes(machine.arch) && (libc ?? [machine.libc]).includes(machine.libc)
      )
    })
    .map(([path]) => path)
    .filter((path) => !isInstalled(path))
}

/**
 * Runs `npm ci` when the installation is missing or was made from another lockfile.
 * @param {string} root
 * @returns {boolean} whether the installation is now good
 */
export function installIfNeeded(root) {
  if (!needsInstall(root)) return true
  const started = Date.now()
  console.error('tracio: installing dependencies with npm ci, which takes up to a few minutes the first time ...')
  if (!runCi(root, process.execPath) || !fillHoles(root)) {
    console.error(
      'tracio: npm ci failed; the reason is above. Check that the npm registry can be reached, ' +
        'then run the command again (or run "npm ci" by hand).',
    )
    return false
  }
  writeFileSync(stampFile(root), stampOf(readLock(root)))
  console.error(`tracio: dependencies installed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return true
}

/** @param {string} root */
function readLock(root) {
  return readFileSync(join(root, 'package-lock.json'), 'utf8')
}

/**
 * @param {string} root
 * @param {string} node
 */
function runCi(root, node) {
  const npm = npmCommand(process.env, node, process.platform)
  // The answer goes to standard error, so that standard output keeps only what the command itself prints.
  const { status, error } = spawnSync(npm.command, [...npm.before, ...ciArguments], {
    cwd: root,
    shell: npm.shell,
    stdio: ['ignore', 2, 2],
  })
  if (error) console.error(`tracio: npm did not start: ${error.message}`)
  return status === 0
}

/** @param {string} root */
function fillHoles(root) {
  if (runsTypeScript(process.versions.node)) return true
  const machine = { platform: process.platform, arch: process.arch, libc: libcOfThisMachine() }
  const holes = leftOut(JSON.parse(readLock(root)), machine, (path) => existsSync(join(root, path)))
  const pinned = pinnedNode(root, process.platform, process.arch)
  if (
    holes.length === 0 ||
    pinned === undefined ||
    npmCommand(process.env, pinned, process.platform).before.length === 0
  ) {
    return true
  }
  console.error(
    `tracio: this Node (${process.version}) left out ${holes.join(', ')}; installing again under the pinned one ...`,
  )
  // npm ci deletes node_modules and the pinned Node with it, so a copy runs it.
  const dir = mkdtempSync(join(tmpdir(), 'tracio-node-'))
  const copy = join(dir, process.platform === 'win32' ? 'node.exe' : 'node')
  try {
    copyFileSync(pinned, copy)
    return runCi(root, copy)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function libcOfThisMachine() {
  /** @type {unknown} */
  const report = process.platform === 'linux' ? process.report?.getReport() : undefined
  return JSON.stringify(report ?? '').includes('glibcVersionRuntime') ? 'glibc' : 'musl'
}
