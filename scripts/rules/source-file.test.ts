import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isScript, isTest, packageOf, readSourceFiles, withoutComments } from './source-file.ts'

const root = mkdtempSync(join(tmpdir(), 'tracio-source-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('reads what people wrote, and leaves out what machines did', () => {
  const written = ['.ci/run', 'README.md', 'packages/server/src/data/table.ts']
  const made = ['data/tracio.db', 'node_modules/x/index.js', 'packages/agent/dist/agent.js', '.git/config']
  for (const file of [...written, ...made]) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), file)
  }
  expect(readSourceFiles(root)).toEqual(written.map((file) => ({ file, text: file })))
})

it.each([
  ['packages/engine/src/score.ts', 'engine'],
  ['packages/engine/src/score.test.ts', undefined],
  ['packages/engine/test/tester.ts', undefined],
  ['packages/server/src/pages/demo/index.html', undefined],
  ['scripts/build.ts', undefined],
])('takes %s for source of %s', (file, name) => {
  expect(packageOf(file)).toBe(name)
})

it('tells scripts from declarations, and tests from what they test', () => {
  expect(['a.ts', 'a.mjs', 'a.d.ts', 'a.d.mts', 'a.json'].filter(isScript)).toEqual(['a.ts', 'a.mjs'])
  expect(['e2e/a.e2e.ts', 'e2e/server.ts', 'scripts/a.test.ts', 'scripts/test.ts'].filter(isTest)).toHaveLength(3)
})

it('removes comments, and leaves strings that look like one', () => {
  const text = "/**\n * gone\n */\nconst a = 'https://example.org' // stays\n  // gone\n"
  expect(withoutComments(text).trim()).toBe("const a = 'https://example.org' // stays")
})
