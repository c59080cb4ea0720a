import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { wasmFeatures } from './wasm-features.ts'

it('tells what this very engine knows', () => {
  expect(wasmFeatures(globalThis)).toMatchObject({
    value: { exceptions: true, garbageCollection: true, simd: true, tailCalls: true, memory64: true },
  })
})

it('shows every module to the engine with the header of version 1, and none twice', () => {
  const shown: string[] = []
  const g: Global = {
    WebAssembly: {
      validate: (bytes) => {
        shown.push(bytes.join())
        return false
      },
    },
  }
  expect(wasmFeatures(g)).toMatchObject({ value: { simd: false } })
  expect(shown.filter((bytes) => !bytes.startsWith('0,97,115,109,1,0,0,0,'))).toEqual([])
  expect(new Set(shown).size).toBe(shown.length)
})

it.each<[string, Global]>([
  ['Lockdown Mode', {}],
  ['an interface that validates nothing', { WebAssembly: {} }],
])('is unavailable in %s', (_name, g) => {
  expect(wasmFeatures(g)).toEqual({ absent: 'unavailable' })
})
