import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ENGINE_VERSION } from './engine-version.ts'

it('is the version of the package', () => {
  const manifest: unknown = JSON.parse(readFileSync(`${import.meta.dirname}/../package.json`, 'utf8'))
  expect(manifest).toMatchObject({ version: ENGINE_VERSION })
})
