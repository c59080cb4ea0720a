import { expect, it } from 'vitest'
import { readFlags } from './flags.ts'

const read = (...args: string[]) => readFlags(args, () => undefined)

it('times Chromium, and compares the readings of the others', () => {
  expect(read()).toEqual({ loads: 10, timed: ['chromium'], compared: ['firefox', 'webkit'], allSources: false })
  expect(read('--no-stability')).toMatchObject({ compared: [] })
})

it('times what is asked for, and compares it then anyway', () => {
  expect(read('--webkit', '--sources')).toMatchObject({
    ...{ timed: ['chromium', 'webkit'], compared: ['firefox'], allSources: true },
  })
  expect(read('--full')).toMatchObject({ loads: 31, timed: ['chromium', 'firefox', 'webkit'], compared: [] })
})

it('prints help and does nothing else', () => {
  let printed = ''
  expect(readFlags(['--help'], (text) => (printed += text))).toBeUndefined()
  expect(printed).toContain('--full')
})

it.each(['1', '2.5', 'ten'])('refuses %s loads', (loads) => {
  expect(() => read('--loads', loads)).toThrow('--loads')
})
