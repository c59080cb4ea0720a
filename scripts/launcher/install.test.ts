import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installIfNeeded, leftOut, needsInstall, npmCommand, stampOf } from './install.mjs'

let root = ''
const stamp = () => join(root, 'node_modules/.tracio-install')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tracio-install-'))
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3}')
  writeFileSync(stamp(), stampOf('{"lockfileVersion":3}'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('takes an installation made from this lockfile as it is', () => {
  expect(needsInstall(root)).toBe(false)
  expect(installIfNeeded(root)).toBe(true)
})

it('installs after the lockfile has changed', () => {
  writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}')
  expect(needsInstall(root)).toBe(true)
})

it('installs over an installation that it did not finish itself', () => {
  rmSync(stamp())
  expect(needsInstall(root)).toBe(true)
})

it('installs in a fresh clone', () => {
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(needsInstall(root)).toBe(true)
})

it('does not take the binaries of another machine for its own', () => {
  expect(stampOf('{}')).toContain(`${process.platform}-${process.arch}`)
})

it.each([
  [
    'the npm that started us',
    { npm_execpath: '/lib/npm/bin/npm-cli.js' },
    'linux',
    'node',
    ['/lib/npm/bin/npm-cli.js'],
  ],
  ['npm from the path when nobody started us', {}, 'linux', 'npm', []],
  ['npm from the path when yarn started us', { npm_execpath: '/lib/yarn.js' }, 'linux', 'npm', []],
  ['npm by its shell on Windows', {}, 'win32', 'npm', []],
])('runs %s', (_name, env, platform, command, before) => {
  expect(npmCommand(env, 'node', platform)).toEqual({ command, before, shell: platform === 'win32' })
})

const lock = {
  packages: {
    '': {},
    'node_modules/always': {},
    'node_modules/glibc': { optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
    'node_modules/musl': { optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/any-libc': { optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/mac': { optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/mac-only': { optional: true, os: ['darwin'] },
  },
}
const debian = { platform: 'linux', arch: 'x64', libc: 'glibc' }

it('sees the platform packages that an old npm or Node left out', () => {
  expect(leftOut(lock, debian, () => false)).toEqual(['node_modules/glibc', 'node_modules/any-libc'])
  expect(leftOut(lock, debian, (path) => path === 'node_modules/glibc')).toEqual(['node_modules/any-libc'])
})

it('misses nothing that was made for another machine', () => {
  expect(leftOut(lock, { platform: 'linux', arch: 'arm64', libc: 'glibc' }, () => false)).toEqual([])
})
