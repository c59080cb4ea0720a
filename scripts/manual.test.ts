import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settings } from '../packages/server/src/settings/index.ts'

const manual = readFileSync(join(import.meta.dirname, '../docs/configuration.md'), 'utf8')

it('lists every setting in the manual, and no other', () => {
  const listed = [...manual.matchAll(/^\| `(TRACIO_\w+)`/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(
    Object.values(settings)
      .map(({ name }) => name)
      .sort(),
  )
})
