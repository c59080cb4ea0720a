/** What making a worker takes. */
export interface WorkerExtras {
  readonly Worker?: new (url: string) => WorkerLike
  readonly URL?: { createObjectURL?(blob: Blob): string; revokeObjectURL?(url: string): void }
}

/** A worker, seen from its page. */
export interface WorkerLike {
  addEventListener(type: 'message' | 'error', listener: (event: { readonly data?: unknown }) => void): void
  terminate(): void
}
