import { resolve } from 'node:path'
import type { Parsed } from './setting.ts'

/** Paths of files, separated by commas; relative ones are of the folder that the server is started in. */
export function filePaths(text: string): Parsed<readonly string[]> {
  const value = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [resolve(part.trim())]))
  const twice = value.find((path, index) => value.indexOf(path) !== index)
  return twice === undefined ? { value } : { wrong: `names ${twice} twice` }
}
