/** The second line of `npm run measure`: how many files with logic a test holds, and which are held by none. */
import { join } from 'node:path'
import { entries } from './rules/entries.ts'
import { isTest, packageOf, readSourceFiles } from './rules/source-file.ts'
import { testedFiles } from './rules/tested.ts'

const files = readSourceFiles(join(import.meta.dirname, '..')).filter(
  ({ file }) => file.startsWith('packages/') && (packageOf(file) !== undefined || isTest(file)),
)
const { tested, untested } = testedFiles(files, entries)
const share = (100 * tested.length) / (tested.length + untested.length)
console.log(
  `files with logic held by a test: ${tested.length} of ${tested.length + untested.length} (${share.toFixed(1)}%)`,
)
for (const file of untested) console.log(`  none: ${file}`)
