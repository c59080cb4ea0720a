import { expect, it } from 'vitest'
import { architecture } from './architecture.ts'

it('knows the processors that we know, whatever the global has', () => {
  const known: Readonly<Record<string, number>> = { x64: 255, ia32: 255, arm64: 127, arm: 127 }
  expect(architecture({})).toEqual({ value: known[process.arch] })
})
