import { expect, it } from 'vitest'
import { runCommand, stopCommands } from './run-command.ts'

const node = (code: string, options = {}) => runCommand(process.execPath, ['-e', code], options)

it('hands back what both streams said', async () => {
  const { succeeded, output } = await node('console.log("out"); console.error("err")')
  expect(succeeded).toBe(true)
  expect(output).toContain('out\n')
  expect(output).toContain('err\n')
})

it('takes a bad exit code for a failure', async () => {
  expect(await node('process.exitCode = 3')).toEqual({ succeeded: false, output: '' })
})

it('takes a program that does not exist for a failure, and names it', async () => {
  const { succeeded, output } = await runCommand('tracio-no-such-program', [])
  expect(succeeded).toBe(false)
  expect(output).toContain('tracio-no-such-program did not start')
})

it('passes settings on to the program', async () => {
  const { output } = await node('console.log(process.env.TRACIO_SETTING)', { env: { TRACIO_SETTING: 'given' } })
  expect(output).toBe('given\n')
})

it('ends a program that hangs', async () => {
  const { succeeded, output } = await node('setInterval(() => {}, 1000)', { timeoutMs: 200 })
  expect(succeeded).toBe(false)
  expect(output).toContain('SIGKILL')
})

it('ends what still runs when the run is interrupted', async () => {
  const hanging = node('setInterval(() => {}, 1000)')
  stopCommands('SIGTERM')
  expect((await hanging).output).toContain('SIGTERM')
})
