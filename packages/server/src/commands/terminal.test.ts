import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { processTerminal } from './terminal.ts'

/** A stream that is a terminal or not. */
const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY })

it('asks on standard error, so that standard output stays clean', async () => {
  const [stdin, stdout, stderr] = [stream(true), stream(false), stream(true)]
  const terminal = processTerminal({ stdin, stdout, stderr })
  expect([terminal.watched, terminal.answers]).toEqual([true, true])
  stdin.write('yes\n')
  expect(await terminal.ask('Sure? ')).toBe('yes')
  expect(String(stderr.read())).toContain('Sure? ')
  expect(stdout.read()).toBeNull()
})

it('asks nobody where input is not a terminal', () => {
  const terminal = processTerminal({ stdin: stream(false), stdout: stream(true), stderr: stream(true) })
  expect(terminal.answers).toBe(false)
})

it('does not mind a reader that stops reading, and does mind everything else', () => {
  const stdout = stream(false)
  processTerminal({ stdin: stream(false), stdout, stderr: stream(false) })
  expect(() => stdout.emit('error', Object.assign(new Error('closed'), { code: 'EPIPE' }))).not.toThrow()
  expect(() => stdout.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full')
})
