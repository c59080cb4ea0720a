import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { shrink } from '../shrink.ts'

it('writes the bundle into a folder that is not there yet, as after a fresh clone', async () => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'tracio-shrink-')), 'dist', 'agent.js')
  const stdin = { contents: 'const unused = 1; export const answer = 6 * 7' }
  await build({ stdin, outfile, format: 'esm', plugins: [shrink] })
  expect(readFileSync(outfile, 'utf8')).toMatch(/^const \w+=42;export\{\w+ as answer\};\n$/)
})
