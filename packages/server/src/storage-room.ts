import { type StorageFailure, type StorageTrouble, troubleWords } from './ports/storage-failure.ts'

/** Whether the store can be written, as far as is known. */
export type StorageCondition = 'fine' | StorageTrouble

/** What is known of the store's room. */
export interface StorageRoom {
  condition(): StorageCondition
  /** The disk has less than the reserve left, so that nothing may even be tried: a log that hits the wall helps nobody. */
  lacksReserve(): boolean
  /** As last measured; null: the system does not say. */
  freeBytes(): number | null
  /** Tells of a write that failed. */
  failed(failure: Pick<StorageFailure, 'trouble'>): void
  close(): void
}

/** What watching needs. */
export interface RoomWatch {
  /** Bytes that this process may still write; throws where that cannot be known. */
  readonly measure: () => Promise<number>
  /** The reserve. 0: none is kept. */
  readonly reserveBytes: number
  readonly now: () => number
  /** Gets a sentence when the condition changes, and whether that is bad news. */
  readonly report: (message: string, bad: boolean) => void
  readonly everyMs?: number
}

/** Often enough that the usual reserve outlasts a flood (2,000 events a second write some 40 MB a second). */
const EVERY_MS = 5000

/** A failed write is trusted to describe the store for this long; then it takes another to say so again. */
const FAILURE_COUNTS_MS = 10_000

/** Watches the disk, and remembers what writes that failed have said. The first measurement is awaited. */
export async function watchRoom({ measure, reserveBytes, now, report, everyMs }: RoomWatch): Promise<StorageRoom> {
  let free: number | null = null
  let lastFailure: { readonly trouble: StorageTrouble; readonly at: number } | undefined
  let told: StorageCondition = 'fine'
  let saidUnknown = false

  const lacksReserve = (): boolean => free !== null && free < reserveBytes

  function condition(): StorageCondition {
    if (lacksReserve()) return 'full'
    return lastFailure !== undefined && now() - lastFailure.at < FAILURE_COUNTS_MS ? lastFailure.trouble : 'fine'
  }

  function tell(): void {
    const is = condition()
    if (is === told) return
    told = is
    if (is === 'fine') report('The store can be written again.', false)
    else report(`${troubleWords[is]} Events are not stored until that is mended.`, true)
  }

  async function look(): Promise<void> {
    try {
      free = await measure()
    } catch (error) {
      free = null
      if (!saidUnknown) report(`How much room the disk has left cannot be read: ${String(error)}`, true)
      saidUnknown = true
    }
    tell()
  }

  await look()
  const timer = setInterval(look, everyMs ?? EVERY_MS)
  timer.unref()
  return {
    condition,
    lacksReserve,
    freeBytes: () => free,
    failed: ({ trouble }) => {
      lastFailure = { trouble, at: now() }
      tell()
    },
    close: () => clearInterval(timer),
  }
}
