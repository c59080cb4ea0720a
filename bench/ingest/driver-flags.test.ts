import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { driverFlags, isDriver, withoutDriverFlags } from './driver-flags.ts'

const source = '--conditions=source'

it('tells a driver by all of its flags', () => {
  expect(isDriver([source, ...driverFlags])).toBe(true)
  expect(isDriver([source, ...driverFlags.slice(1)])).toBe(false)
  expect(isDriver([])).toBe(false)
})

it('keeps them from the processes that are measured', () => {
  expect(withoutDriverFlags([source, ...driverFlags, '--no-warnings'])).toEqual([source, '--no-warnings'])
})

it('names flags that this Node knows, with a collector that can be called', () => {
  const script = "process.stdout.write(typeof gc + ' ' + process.execArgv.length)"
  expect(execFileSync(process.execPath, [...driverFlags, '-e', script], { encoding: 'utf8' })).toBe(
    `function ${driverFlags.length + 2}`,
  )
})
