/** The global of a worker, as far as it is asked for the private file system. */
export interface FlushScope {
  readonly performance: { now(): number }
  readonly navigator: {
    readonly storage?: { getDirectory?(): Promise<DirectoryLike> }
  }
}

interface DirectoryLike {
  getFileHandle(name: string, options: { readonly create: boolean }): Promise<FileLike>
  removeEntry(name: string): Promise<void>
}

interface FileLike {
  createSyncAccessHandle?(): Promise<HandleLike>
}

interface HandleLike {
  write(bytes: Uint8Array<ArrayBuffer>): number
  flush(): void
  close(): void
}

/**
 * Milliseconds that writing and flushing a page takes in the worker that it runs in, as the shortest of five: a disk is slower
 * than memory, in which private windows of some browsers keep files. The file is removed again. Its text is a worker's program,
 * so it uses nothing but its parameter. Null where there is no such file, and the name of the error where the browser refuses.
 */
export async function flushInWorker(g: FlushScope): Promise<number | string | null> {
  const name = '.flush'
  try {
    const directory = await g.navigator.storage?.getDirectory?.()
    const file = await directory?.getFileHandle(name, { create: true })
    try {
      const handle = await file?.createSyncAccessHandle?.()
      if (!handle) return null
      let best = 1e9
      for (let i = 0; i < 5; i++) {
        const beganMs = g.performance.now()
        handle.write(new Uint8Array(4096))
        handle.flush()
        best = Math.min(best, g.performance.now() - beganMs)
      }
      handle.close()
      return best
    } finally {
      await directory?.removeEntry(name)
    }
  } catch (error) {
    // Whatever the browser throws here has a name.
    return (error as Error).name
  }
}
