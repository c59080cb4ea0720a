import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../test/run-cli.ts'

const env = { TRACIO_DATA_DIR: join(mkdtempSync(join(tmpdir(), 'tracio-cli-')), 'data') }

it.each([
  ['help on standard output', ['--help'], 0, /^Usage: tracio /, /^$/],
  ['a new database', ['migrate', '--json'], 0, /^\{\n {2}"from": 0,/, /^$/],
  [
    'nothing but the result for a program, asked for progress or not',
    ['migrate', '--json', '--progress'],
    0,
    /^\{/,
    /^$/,
  ],
  ['wrong usage', ['keys', 'list', 'what'], 2, /^$/, /^error: too many arguments/],
  ['what is not there', ['keys', 'revoke', 'tracio_pk_none'], 3, /^$/, /^There is no such public key\..*\n$/],
  ['a command that needs more words', ['keys'], 2, /^$/, /^Usage: tracio keys /],
] as const)('as a process, prints %s', async (_name, args, code, out, err) => {
  expect(await runCli(args, env)).toEqual({
    code,
    out: expect.stringMatching(out),
    err: expect.stringMatching(err),
  })
})
