import { expect, it } from 'vitest'
import { CHROMIUM_SETTING, ensureChromium, findChromium } from './chromium.ts'

const having =
  (...programs: string[]) =>
  (path: string) =>
    programs.includes(path)

it('takes the browser that the setting names before any other', () => {
  const env = { [CHROMIUM_SETTING]: '/opt/chromium', PATH: '/usr/bin' }
  expect(findChromium(env, having('/opt/chromium', '/usr/bin/chromium'))).toBe('/opt/chromium')
})

it('looks for no other browser when the named one is missing', () => {
  expect(
    findChromium({ [CHROMIUM_SETTING]: '/opt/gone', PATH: '/usr/bin' }, having('/usr/bin/chromium')),
  ).toBeUndefined()
})

it.each([
  ['Debian', '/usr/bin/chromium'],
  ['Ubuntu', '/snap/bin/chromium-browser'],
  ['a hand-installed Chrome', '/usr/local/bin/google-chrome'],
])('finds the browser of %s on the path', (_name, path) => {
  expect(findChromium({ PATH: '/usr/local/bin:/usr/bin:/snap/bin' }, having(path))).toBe(path)
})

it('prefers Chromium to Chrome, wherever on the path they lie', () => {
  const has = having('/a/google-chrome', '/b/chromium')
  expect(findChromium({ PATH: '/a:/b' }, has)).toBe('/b/chromium')
})

it('finds nothing where there is nothing', () => {
  expect(findChromium({ PATH: '/usr/bin' }, having())).toBeUndefined()
  expect(findChromium({}, having('chromium'))).toBeUndefined()
})

it('does not install a browser over a wrong setting, but says what is wrong', async () => {
  const said: string[] = []
  const answer = await ensureChromium({ [CHROMIUM_SETTING]: '/opt/gone' }, (line) => said.push(line))
  expect(answer).toEqual({ missing: expect.stringContaining('/opt/gone') })
  expect(said).toEqual([])
})
