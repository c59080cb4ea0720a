import { recordOf } from '../record-of.ts'
import { type Source, unavailable } from '../source.ts'

/** https://webassembly.github.io/spec/core/binary/modules.html#binary-module: the magic word and version 1. */
const HEADER = [0, 97, 115, 109, 1, 0, 0, 0]

/** A module with one function of the given body, which takes and returns nothing. */
const running = (...body: readonly number[]): readonly number[] => [
  ...[1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, body.length + 4, 1, body.length + 2, 0],
  ...body,
  11,
]

/**
 * The smallest module that is valid only with the feature, of those in which engines of 2023 and later differ. Numbers:
 * https://webassembly.github.io/spec/core/appendix/index-instructions.html
 */
const MODULES: Readonly<Record<string, readonly number[]>> = {
  exceptions: running(31, 64, 0, 11),
  garbageCollection: running(65, 0, 251, 28, 26),
  memory64: [5, 3, 1, 4, 1],
  multiMemory: [5, 5, 2, 0, 0, 0, 0],
  relaxedSimd: running(65, 0, 253, 15, 253, 129, 2, 26),
  simd: running(65, 0, 253, 15, 26),
  stackSwitching: [1, 6, 2, 96, 0, 0, 93, 0],
  tailCalls: running(18, 0),
}

/**
 * Which additions to WebAssembly the engine knows. Modules are validated and neither compiled nor run, which a content
 * security policy allows. They depend on the engine's version and, for SIMD, on the processor.
 *
 * Spec: https://webassembly.github.io/spec/js-api/#dom-webassembly-validate
 * Absent: where WebAssembly is switched off, as by Apple's Lockdown Mode.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const wasmFeatures: Source<'wasmFeatures'> = ({ WebAssembly: wasm }) => {
  if (!wasm?.validate) return unavailable
  const known = (feature: string): boolean | undefined =>
    wasm.validate?.(new Uint8Array([...HEADER, ...(MODULES[feature] ?? [])]))
  return { value: recordOf(Object.keys(MODULES), known) }
}
