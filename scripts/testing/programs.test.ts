import { expect, it } from 'vitest'
import { findProgram, programNames, programs } from './programs.ts'

const { chromium, firefox } = programs

const having =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

it('takes the program that the setting names before any other', () => {
  const env = { [chromium.setting]: '/opt/chromium', PATH: '/usr/bin' }
  expect(findProgram(chromium, env, having('/opt/chromium', '/usr/bin/chromium'))).toBe('/opt/chromium')
})

it('looks for no other program when the named one is missing', () => {
  const env = { [chromium.setting]: '/opt/gone', PATH: '/usr/bin' }
  expect(findProgram(chromium, env, having('/usr/bin/chromium'))).toBeUndefined()
})

it.each([
  ['Debian', chromium, '/usr/bin/chromium'],
  ['Ubuntu', chromium, '/snap/bin/chromium-browser'],
  ['a hand-installed Chrome', chromium, '/usr/local/bin/google-chrome'],
  ['Debian', firefox, '/usr/bin/firefox-esr'],
  ['Fedora', firefox, '/usr/bin/firefox'],
])('finds the browser of %s on the path', (_name, program, path) => {
  expect(findProgram(program, { PATH: '/usr/local/bin:/usr/bin:/snap/bin' }, having(path))).toBe(path)
})

it('prefers Chromium to Chrome, wherever on the path they lie', () => {
  const has = having('/a/google-chrome', '/b/chromium')
  expect(findProgram(chromium, { PATH: '/a:/b' }, has)).toBe('/b/chromium')
})

it('finds nothing where there is nothing', () => {
  expect(findProgram(chromium, { PATH: '/usr/bin' }, having())).toBeUndefined()
  expect(findProgram(chromium, {}, having('chromium'))).toBeUndefined()
})

it('forgets no program of the table, and gives each a setting of its own', () => {
  expect([...programNames].sort()).toEqual(Object.keys(programs).sort())
  expect(new Set(programNames.map((name) => programs[name].setting)).size).toBe(programNames.length)
})
