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
 * Milliseconds that writing and flushing a page takes in the worker that it runs in, as the shortest of some: a disk is slower
 * than memory, in which private windows of some browsers keep files. The file is removed again. Its text is a worker's program,
 * so it uses nothing but its parameters. Null where there is no such file, and the name of the error where the browser refuses.
 */
export function flushInWorker(g: FlushScope, name: string, times: number): Promise<number | string | null> {
  const timed = (handle: HandleLike): number => {
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i < times; i++) {
      const beganMs = g.performance.now()
      handle.write(new Uint8Array(4096))
      handle.flush()
      best = Math.min(best, g.performance.now() - beganMs)
    }
    handle.close()
    return best
  }
  const storage = g.navigator.storage
  if (!storage || !storage.getDirectory) return Promise.resolve(null)
  return storage
    .getDirectory()
    .then((directory) =>
      directory.getFileHandle(name, { create: true }).then((file) => {
        const answer: Promise<number | null> = file.createSyncAccessHandle
          ? file.createSyncAccessHandle().then(timed)
          : Promise.resolve(null)
        const remove = (): Promise<void> => directory.removeEntry(name)
        return answer.then(
          (ms) => remove().then(() => ms),
          (error) =>
            remove().then(() => {
              throw error
            }),
        )
      }),
    )
    .catch((error) => String(error.name))
}
