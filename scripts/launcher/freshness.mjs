// @ts-check
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether an output is missing, or older than the newest input. Directories count by their own time too: it moves
 * when a file is deleted or renamed. Inputs that do not exist are passed over.
 * @param {string} root
 * @param {{ inputs: readonly string[], outputs: readonly string[] }} build paths relative to the root
 * @returns {boolean}
 */
export function isStale(root, { inputs, outputs }) {
  const oldestOutput = Math.min(...outputs.map((path) => modifiedMs(join(root, path)) ?? Number.NEGATIVE_INFINITY))
  return inputs.some((path) => newestMs(join(root, path)) > oldestOutput)
}

/** @param {string} path */
function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

/**
 * @param {string} path
 * @returns {number}
 */
function newestMs(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return Number.NEGATIVE_INFINITY
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))))
}
