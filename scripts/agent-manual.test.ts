import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { families } from '../packages/contract/src/signals/families.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manual = read('docs/agent.md')
const agent = 'packages/agent/src'

/** First cells of the table rows under a heading, code marks taken off. */
function listedUnder(heading: string): readonly (readonly string[])[] {
  const section = manual.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, name = '', next = '']) => [name, next])
}

/** Names of the members of an interface, as the source writes them. */
function membersOf(file: string, name: string): readonly string[] {
  const body = read(`${agent}/${file}`).split(`export interface ${name} `)[1]?.split('\n}')[0] ?? ''
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, member = '']) => member)
}

it('lists every option of the agent, and no other', () => {
  const options = [
    ...membersOf('options.ts', 'TracioOptions'),
    ...membersOf('endpoint.ts', 'EndpointOptions'),
    ...membersOf('labels.ts', 'LabelOptions'),
  ]
  expect(options).toHaveLength(17)
  expect(
    listedUnder('Options')
      .map(([name]) => name)
      .sort(),
  ).toEqual(options.sort())
})

it('lists every family that can be left out', () => {
  const section = manual.split('\n## Families\n')[1]?.split('.')[0] ?? ''
  const listed = [...section.matchAll(/`(\w+)`/g)].map(([, name]) => name).slice(1)
  expect(listed).toEqual(Object.keys(families))
})

it('lists every error code of the agent, and whether a retry may help', () => {
  const codes = [...read(`${agent}/errors.ts`).matchAll(/^ {2}(\w+): (true|false),$/gm)]
  expect(codes).toHaveLength(11)
  expect(listedUnder('Errors')).toEqual(codes.map(([, code, retryable]) => [code, retryable === 'true' ? 'yes' : 'no']))
})

it('shows samples that compile', () => {
  const samples = [...manual.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, sample = '']) => sample)
  expect(samples.length).toBeGreaterThan(4)
  const folder = mkdtempSync(join(tmpdir(), 'tracio-samples-'))
  for (const [index, sample] of samples.entries()) writeFileSync(join(folder, `sample-${index}.ts`), sample)
  const settings = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      lib: ['es2024', 'dom', 'dom.iterable'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      module: 'esnext',
      moduleResolution: 'bundler',
      paths: {
        '@tracio/agent': [join(root, agent, 'index.ts')],
        '@tracio/contract': [join(root, 'packages/contract/src/index.ts')],
        '@tracio/contract/wire': [join(root, 'packages/contract/src/wire.ts')],
      },
    },
    include: ['*.ts'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const run = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(run.stdout + run.stderr).toBe('')
}, 60_000)
