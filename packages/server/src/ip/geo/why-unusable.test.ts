import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { whyUnusable } from './why-unusable.ts'

it('says in plain words what Node says in codes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tracio-why-'))
  const fault = (path: string) => readFile(path).catch((error: unknown) => whyUnusable(error))
  expect(await fault(join(folder, 'nothing'))).toBe('there is no such file')
  expect(await fault(folder)).toBe('it is a folder')
})

it('passes on what is said in plain words already', () => {
  expect(whyUnusable(new Error('its date of build is none'))).toBe('its date of build is none')
  expect(whyUnusable('thrown as a text')).toBe('thrown as a text')
})
