import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** Files of a package that may not be installed, as an optional one; undefined: one of them is not there. */
export function packageFiles(name: string, files: readonly string[]): readonly string[] | undefined {
  const folder = folderOf(name)
  const paths = folder === undefined ? [] : files.map((file) => join(folder, file))
  return paths.length > 0 && paths.every((path) => existsSync(path)) ? paths : undefined
}

function folderOf(name: string): string | undefined {
  try {
    return dirname(resolve(`${name}/package.json`))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
