import { type Check, ok, problem } from './check.ts'

/** The first major version that strips types and has `node:sqlite` without a flag. */
const NODE_MAJOR_MIN = 24

/** Whether this Node can run the server. */
export const nodeVersion: Check = { id: 'node', examine: () => judgeNode(process.versions.node) }

/** Judges a version as in `process.versions.node`. */
export const judgeNode = (version: string) =>
  Number.parseInt(version, 10) >= NODE_MAJOR_MIN
    ? ok(`Node ${version}`)
    : problem(
        `Node ${version} is too old`,
        `Install Node ${NODE_MAJOR_MIN}, or start with "npm start", which brings it.`,
      )
