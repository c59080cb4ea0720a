import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { memoryTerminal } from '../../test/memory-terminal.ts'
import { readConfig } from '../config.ts'
import { commandManual } from './manual.ts'
import { createProgram } from './program.ts'

const program = createProgram({ terminal: memoryTerminal(), config: () => readConfig({}), now: () => 0 as EpochMs })

it('is the page in docs, so that no command goes undocumented', async () => {
  await expect(commandManual(program)).toMatchFileSnapshot(join(import.meta.dirname, '../../../../docs/cli.md'))
})

it('has a section for every command that does something', () => {
  const sections = [...commandManual(program).matchAll(/^## tracio (.*)$/gm)].map(([, name]) => name)
  expect(sections).toEqual(expect.arrayContaining(['serve', 'migrate', 'keys list', 'keys secrets create', 'doctor']))
  expect(new Set(sections).size).toBe(sections.length)
})
