import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { AGENT_VERSION } from './version.ts'

it('is the version that is published', () => {
  const manifest = JSON.parse(readFileSync(`${import.meta.dirname}/../package.json`, 'utf8'))
  expect(AGENT_VERSION).toBe(manifest.version)
})
