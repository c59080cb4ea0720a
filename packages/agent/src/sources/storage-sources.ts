import { answered } from '../answered.ts'
import { refusalOf } from '../refusal.ts'
import type { Sources } from '../run.ts'
import { type MaybePromise, type Sample, unavailable } from '../source.ts'

/** A name to look for that no page uses, and of the database that is made and deleted again. */
const NAME = 'tracio-probe'

/**
 * How the browser behaves when it is asked about the origin's storage: "answered" or another plain word, or the name of
 * the error with which it refuses. Nothing is stored, but for one small database that is deleted at once.
 *
 * Of service workers only the controller is read: asked for registrations, Firefox 153 writes to the console where the
 * origin is opaque; for the same reason nobody asks for the list of databases, which Chromium 156 refuses with an error
 * that no page can catch. Asked for caches or its own file system, Firefox makes some files for the origin, all empty.
 *
 * Spec: https://storage.spec.whatwg.org/, https://w3c.github.io/IndexedDB/, https://w3c.github.io/ServiceWorker/,
 * https://cookiestore.spec.whatwg.org/, https://fs.spec.whatwg.org/, https://wicg.github.io/storage-buckets/
 * Absent: most on plain HTTP pages; buckets outside Chromium (catalogue: `neverIn`); usage in WebKitGTK.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const storageSources = {
  storageUsage: ({ navigator }) => answered(async () => (await navigator?.storage?.estimate?.())?.usage),
  /** "directory" where the private file system is opened; nothing in it is looked at, and no file is made. */
  opfs: (g) => behaviour(async () => (await g.navigator?.storage?.getDirectory?.())?.kind),
  cacheStorage: (g) => behaviour(() => g.caches?.has?.(NAME)),
  cookieStore: (g) => behaviour(() => g.cookieStore?.get?.(NAME)),
  storageBuckets: (g) => behaviour(() => g.navigator?.storageBuckets?.keys?.()),
  serviceWorker: (g) =>
    behaviour(() => {
      const container = g.navigator?.serviceWorker
      return container && (container.controller ? 'controlled' : 'uncontrolled')
    }),
} satisfies Sources

/** What came of asking, in a word. */
async function behaviour(ask: () => MaybePromise<unknown>): Promise<Sample<string>> {
  try {
    const answer = await ask()
    if (answer === undefined) return unavailable
    return { value: typeof answer === 'string' ? answer : 'answered' }
  } catch (error) {
    const value = refusalOf(error)
    if (value) return { value }
    throw error
  }
}
