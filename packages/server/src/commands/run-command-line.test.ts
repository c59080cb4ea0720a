import { expect, it } from 'vitest'
import { commandFolder } from '../../test/command-folder.ts'

it('knows a slip of the finger', async () => {
  expect(await commandFolder().run(['kyes'])).toEqual({ code: 2, out: '', err: expect.stringContaining('keys') })
})

it('lists every mistake in the settings, and ends with the code for wrong usage', async () => {
  const folder = commandFolder({ TRACIO_PORT: 'x', TRACIO_HOTS: 'y' })
  const { code, err } = await folder.run(['keys', 'list'])
  expect(code).toBe(2)
  expect(err).toMatch(/TRACIO_PORT must be[\s\S]*TRACIO_HOTS is not a setting/)
})
