import type { Global } from '../src/global.ts'
import type { WorkerLike } from '../src/worker-extras.ts'

/** A page whose workers answer with what is given, or cannot start when that is undefined; and how many were made. */
export function answering(answer: unknown): { readonly g: Global; readonly made: () => number } {
  let made = 0
  class FakeWorker implements WorkerLike {
    constructor() {
      made++
    }
    addEventListener(type: 'message' | 'error', listener: (event: { readonly data?: unknown }) => void): void {
      if ((type === 'error') === (answer === undefined)) queueMicrotask(() => listener({ data: answer }))
    }
    terminate(): void {
      // It has ended already.
    }
  }
  const URL = { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }
  return { g: { Blob, URL, Worker: FakeWorker }, made: () => made }
}
