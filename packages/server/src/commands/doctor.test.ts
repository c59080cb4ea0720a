import { expect, it } from 'vitest'
import { commandFolder, preparedFolder } from '../../test/command-folder.ts'

it('ends well when there are only warnings, and says what to do about them', async () => {
  const folder = await preparedFolder({ TRACIO_PORT: '0', TRACIO_FEEDS: 'off', TRACIO_TRUST_PROXY: '0.0.0.0/0' })
  const { code, out } = await folder.run(['doctor'])
  expect(code).toBe(0)
  expect(out).toMatch(/^warning {2}settings: TRACIO_TRUST_PROXY trusts every address.*\n {9}Name only/m)
  expect(out).toMatch(/No problems, warnings: 1\.\n$/)
})

it('says the same to programs, with the code for problems', async () => {
  const folder = await preparedFolder({
    TRACIO_PORT: '0',
    TRACIO_FEEDS: 'off',
    TRACIO_PUBLIC_URL: 'http://127.0.0.1:9',
    TRACIO_DEMO: 'off',
  })
  const { code, out, err } = await folder.run(['doctor', '--json'])
  expect([code, err]).toEqual([4, 'Problems: 1, warnings: 0.\n'])
  const { findings, ...summary } = JSON.parse(out)
  expect(summary).toEqual({ problems: 1, warnings: 0 })
  expect(findings).toContainEqual({
    check: 'public_url',
    outcome: 'problem',
    found: expect.stringContaining('cannot be reached'),
    advice: expect.stringContaining('TRACIO_PUBLIC_URL'),
  })
  expect(findings).toContainEqual({ check: 'clock', outcome: 'ok', found: expect.any(String), advice: null })
})

it('counts wrong settings as a problem, and lists them all', async () => {
  const { code, out } = await commandFolder({ TRACIO_PORT: 'x', TRACIO_HOTS: 'y' }).run(['doctor'])
  expect(code).toBe(4)
  expect(out).toMatch(/^problem {2}settings: [\s\S]*TRACIO_PORT[\s\S]*TRACIO_HOTS/)
})

it('says how far it is when asked to, and never on standard output', async () => {
  const folder = await preparedFolder({ TRACIO_PORT: '0', TRACIO_FEEDS: 'off' })
  const { out, err } = await folder.run(['doctor', '--json', '--progress'])
  expect(err).toContain('integrity: reading')
  expect(JSON.parse(out)).toMatchObject({ problems: 0 })
})
