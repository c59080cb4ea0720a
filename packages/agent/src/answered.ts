import { refusalOf } from './refusal.ts'
import { absent, type MaybePromise, present, type Sample } from './source.ts'

/** What the browser answers; `unavailable` where nobody was there to be asked, `denied` where it refused. */
export async function answered<T>(ask: () => MaybePromise<T | undefined>): Promise<Sample<T>> {
  try {
    return present(await ask())
  } catch (error) {
    if (refusalOf(error)) return absent('denied')
    throw error
  }
}
