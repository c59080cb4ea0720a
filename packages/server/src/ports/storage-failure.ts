/** Why a store cannot be written: no room is left, or the disk fails or refuses. */
export type StorageTrouble = 'full' | 'broken'

/** A sentence for each, for operators. */
export const troubleWords = {
  full: 'The disk of the store is full, or nearly.',
  broken: 'The store cannot be written: its disk fails, or is read-only.',
} as const satisfies Record<StorageTrouble, string>

/** A write that failed for want of a disk, and left nothing behind: neither the caller's fault nor a bug. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  readonly trouble: StorageTrouble

  constructor(trouble: StorageTrouble, options?: ErrorOptions) {
    super(troubleWords[trouble], options)
    this.trouble = trouble
  }
}
