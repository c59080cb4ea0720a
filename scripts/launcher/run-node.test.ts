import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { exitCode, runNode, withCompileCache, withCondition } from './run-node.mjs'

const root = mkdtempSync(join(tmpdir(), 'tracio-run-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function script(text: string): string {
  const file = join(root, 'script.mjs')
  writeFileSync(file, text)
  return file
}

it('ends with the exit code of what it ran', async () => {
  expect(await runNode([process.execPath], [script('process.exitCode = Number(process.argv[2])'), '7'], root)).toBe(7)
})

it('runs scripts, and what they start, with the source condition', async () => {
  const text = `process.exitCode =
    process.execArgv.includes('--conditions=source') && process.env.NODE_OPTIONS.includes('--conditions=source') ? 0 : 1`
  expect(await runNode([process.execPath], [script(text)], root)).toBe(0)
})

it('goes on to the next Node when one does not start', async () => {
  expect(await runNode([join(root, 'no-node-here'), process.execPath], [script('process.exitCode = 4')], root)).toBe(4)
})

it('fails when no Node starts', async () => {
  expect(await runNode([join(root, 'no-node-here')], [script('')], root)).toBe(1)
})

it('hands a signal on, and waits for the child to end as it likes', async () => {
  const ready = join(root, 'ready')
  const text = `import { writeFileSync } from 'node:fs'
    process.on('SIGHUP', () => process.exit(9))
    setInterval(() => {}, 1000)
    writeFileSync(${JSON.stringify(ready)}, '')`
  const running = runNode([process.execPath], [script(text)], root)
  await vi.waitUntil(() => existsSync(ready))
  process.emit('SIGHUP', 'SIGHUP')
  expect(await running).toBe(9)
})

it('keeps what Node has compiled among the dependencies, where there are any and nobody says otherwise', async () => {
  expect(withCompileCache({ A: 'a' }, join(root, 'elsewhere'))).toEqual({ A: 'a' })
  mkdirSync(join(root, 'node_modules'))
  const folder = join(root, 'node_modules/.cache/compiled')
  expect(withCompileCache({ A: 'a' }, root)).toEqual({ A: 'a', NODE_COMPILE_CACHE: folder })
  expect(withCompileCache({ NODE_COMPILE_CACHE: 'mine' }, root)).toEqual({ NODE_COMPILE_CACHE: 'mine' })
  vi.stubEnv('NODE_COMPILE_CACHE', undefined)
  expect(await runNode([process.execPath], [script("import 'node:fs'")], root)).toBe(0)
  vi.unstubAllEnvs()
  expect(existsSync(folder)).toBe(true)
})

it.each([
  [undefined, '--conditions=source'],
  ['', '--conditions=source'],
  ['--max-old-space-size=512', '--max-old-space-size=512 --conditions=source'],
  ['--conditions=source', '--conditions=source'],
])('adds the condition once to the options %j', (given, expected) => {
  expect(withCondition(given)).toBe(expected)
})

it.each([
  [0, null, 0],
  [3, null, 3],
  [null, 'SIGINT', 130],
  [null, 'SIGTERM', 143],
] as const)('counts an end with code %j and signal %j as %i', (code, signal, expected) => {
  expect(exitCode(code, signal)).toBe(expected)
})
