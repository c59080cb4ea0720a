import { globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { INTERNAL_NAMES, shrink } from '../shrink.ts'

it('writes the bundle into a folder that is not there yet, as after a fresh clone', async () => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'tracio-shrink-')), 'dist', 'agent.js')
  const stdin = { contents: 'const unused = 1; export const answer = 6 * 7' }
  await build({ stdin, outfile, format: 'esm', plugins: [shrink] })
  expect(readFileSync(outfile, 'utf8')).toMatch(/^const \w+=42;export\{\w+ as answer\};\n$/)
})

it("shortens no name of a signal's value, nor one of the platform's", () => {
  const root = join(import.meta.dirname, '../..')
  const declared = (pattern: string, name: RegExp): string[] =>
    globSync(pattern, { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(name)].map(([, found = '']) => found),
    )
  const ofValues = declared('contract/src/signals/*.ts', /\b(\w+): (?:[A-Z]\w*|\w+\()/g)
  const ofPlatform = declared('agent/src/{global,*-extras}.ts', /^ +(?:readonly )?(\w+)\??(?:: |\(|<)(?!.*,$)/gm)
  expect(ofValues).toContain('changed')
  expect(ofPlatform).toContain('release')
  expect(INTERNAL_NAMES.filter((name) => ofValues.includes(name))).toEqual([])
  expect(INTERNAL_NAMES.filter((name) => ofPlatform.includes(name))).toEqual([])
})
