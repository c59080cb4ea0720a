import { expect, it } from 'vitest'
import { ensurePrograms } from './ensure-programs.ts'
import { programNames, programs } from './programs.ts'

const PATH = '/usr/bin'
const places = Object.fromEntries(programNames.map((name) => [name, `${PATH}/${programs[name].names[0]}`]))

/** A machine on which some programs are, and whose apt brings the others. */
function machine(...present: string[]) {
  const here = new Set(present)
  const asked: (readonly string[])[] = []
  const said: string[] = []
  return {
    asked,
    said,
    say: (line: string) => void said.push(line),
    isProgram: (path: string) => here.has(path),
    install: async (packages: readonly string[]) => {
      asked.push(packages)
      for (const place of Object.values(places)) here.add(place)
      return 'done'
    },
  }
}

it('installs nothing where everything is', async () => {
  const { say, install, isProgram, asked } = machine(...Object.values(places))
  expect(await ensurePrograms({ PATH }, say, install, isProgram)).toEqual({ paths: places, missing: [] })
  expect(asked).toEqual([])
})

it('asks apt once for all that is missing', async () => {
  const { say, install, isProgram, asked, said } = machine(`${PATH}/chromium`, `${PATH}/openssl`)
  expect(await ensurePrograms({ PATH }, say, install, isProgram)).toEqual({ paths: places, missing: [] })
  expect(asked).toEqual([['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'iproute2']])
  expect(said.at(-1)).toBe('apt-get is done: 4 of 4 installed')
})

it('tells who cannot install how to get what is missing, one sentence each', async () => {
  const { say, isProgram, said } = machine(`${PATH}/chromium`)
  const { paths, missing } = await ensurePrograms({ PATH }, say, null, isProgram)
  expect(paths).toEqual({ chromium: `${PATH}/chromium` })
  expect(missing).toHaveLength(programNames.length - 1)
  expect(missing[0]).toMatch(/^no Firefox: .*apt-get install firefox-esr.*TRACIO_TEST_FIREFOX$/)
  expect(said).toEqual([])
})

it('shows what apt said when it did not bring everything', async () => {
  const { say, isProgram } = machine(`${PATH}/chromium`)
  const failing = async () => 'E: Unable to locate package'
  expect(await ensurePrograms({ PATH }, say, failing, isProgram)).toMatchObject({
    aptOutput: 'E: Unable to locate package',
  })
})

it('does not install over a wrong setting, but says what is wrong', async () => {
  const env = { PATH, [programs.chromium.setting]: '/opt/gone' }
  const { say, install, isProgram, asked, said } = machine(...Object.values(places))
  const { missing } = await ensurePrograms(env, say, install, isProgram)
  expect(missing).toEqual(['no Chromium: TRACIO_TEST_CHROMIUM names /opt/gone, which is not a program'])
  expect([asked, said]).toEqual([[], []])
})
