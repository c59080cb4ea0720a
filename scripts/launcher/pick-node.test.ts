import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { nodeCandidates, pinnedNode, pinnedPaths, runsTypeScript } from './pick-node.mjs'

const root = mkdtempSync(join(tmpdir(), 'tracio-pick-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

it.each(Object.entries(pinnedPaths))('finds the pinned Node of %s where npm puts it', (machine, path) => {
  const [platform = '', arch = ''] = machine.split('-')
  expect(pinnedNode(root, platform, arch)).toBeUndefined()
  const file = join(root, 'node_modules', path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  expect(pinnedNode(root, platform, arch)).toBe(file)
})

it('knows of no pinned Node for a machine that npm has none for', () => {
  expect(pinnedNode(root, 'freebsd', 'x64')).toBeUndefined()
})

it('looks only for Nodes that the root package asks npm to install', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  const packages = Object.values(pinnedPaths).map((path) => path.split('/')[0] ?? '')
  expect(manifest).toMatchObject({
    optionalDependencies: Object.fromEntries(packages.map((name) => [name, expect.stringMatching(/^24\.\d+\.\d+$/)])),
  })
})

it.each([
  ['18.20.8', false],
  ['23.11.0', false],
  ['24.0.0', true],
  ['100.1.0', true],
])('Node %s runs our TypeScript: %s', (version, expected) => {
  expect(runsTypeScript(version)).toBe(expected)
})

it.each([
  ['the pinned Node before the running one', '/pinned', '26.1.0', ['/pinned', '/running']],
  ['only the pinned one when the running one is old', '/pinned', '20.20.2', ['/pinned']],
  ['the running one when none is pinned', undefined, '24.0.0', ['/running']],
  ['none when there is none', undefined, '20.20.2', []],
  ['one Node once', '/running', '24.21.0', ['/running']],
])('tries %s', (_name, pinned, version, expected) => {
  expect(nodeCandidates(pinned, { version, execPath: '/running' })).toEqual(expected)
})
