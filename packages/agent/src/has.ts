import { recordOf } from './record-of.ts'

/** What lies at the end of a path of property names; undefined where the path ends early. */
export function reach(root: unknown, path: string): unknown {
  let at = root
  for (const name of path.split('.')) {
    if (!isHolder(at)) return
    at = Reflect.get(at, name)
  }
  return at
}

/**
 * Whether a path of property names leads anywhere from here. The last property is looked for and not read, because
 * reading one may run somebody's getter.
 */
export function has(root: object, path: string): boolean {
  const dot = path.lastIndexOf('.')
  const owner = dot < 0 ? root : reach(root, path.slice(0, dot))
  return isHolder(owner) && path.slice(dot + 1) in owner
}

/** Presence by path, for paths written in one line with spaces between them. */
export const presence = (root: object, paths: string): Readonly<Record<string, boolean>> =>
  recordOf(paths.split(' '), (path) => has(root, path))

/** Those of the paths that lead anywhere, for paths written in one line with spaces between them. */
export const found = (root: object, paths: string): readonly string[] =>
  paths.split(' ').filter((path) => has(root, path))

/** A source that tells which of the paths lead anywhere. */
export const looking =
  (paths: string) =>
  (root: object): { readonly value: readonly string[] } => ({ value: found(root, paths) })

/** Whether a value can have properties of its own. */
export const isHolder = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'
