/** `npm run docs`: writes the generated lists into the manual. `scripts/manual.test.ts` fails when one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fillBlocks } from './docs/fill-blocks.ts'
import { lists } from './docs/lists.ts'
import { manualPages } from './docs/manual-pages.ts'

for (const path of manualPages()) {
  const page = readFileSync(path, 'utf8')
  const filled = fillBlocks(page, lists)
  if (filled === page) continue
  writeFileSync(path, filled)
  console.log(`written: ${path}`)
}
