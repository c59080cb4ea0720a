import type { gapNumbers, SignalName } from '@tracio/contract/wire'
import { nextTask } from './clock.ts'
import type { Global } from './global.ts'
import { toJson } from './json.ts'
import type { MaybePromise, Sample, Source } from './source.ts'

/** Any catalogued source, its value not looked at. */
export type AnySource = Source<SignalName>

/** What became of one source. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly gap: keyof typeof gapNumbers; readonly differing?: readonly unknown[] }

/** What the server allows inside one signal, less one level for the list of differing values. */
const VALUE_DEPTH_MAX = 5

/** Reads a source and turns everything that may happen into an outcome. Gives it at once when the source does. */
export function read(source: AnySource, g: Global): MaybePromise<Outcome> {
  try {
    const sample = source(g)
    // Not `instanceof Promise`: pages with zone.js have another Promise than async functions return.
    return 'then' in sample ? sample.then(vetted).catch(failed) : vetted(sample)
  } catch {
    return failed()
  }
}

/** Reads a source twice, to see noise that is made anew for every read; the second time in a task of its own. */
export async function readTwice(source: AnySource, g: Global): Promise<Outcome> {
  const first = read(source, g)
  const second = nextTask(g).then(() => read(source, g))
  return compared(await first, await second)
}

function compared(first: Outcome, second: Outcome): Outcome {
  if (!('value' in first)) return first
  if (!('value' in second)) return { gap: 'unstable', differing: [first.value] }
  if (json(first.value) === json(second.value)) return first
  return { gap: 'unstable', differing: [first.value, second.value] }
}

/** Throws for a value that cannot travel, which makes it the failure of this one source and not of the payload. */
function vetted(sample: Sample<unknown>): Outcome {
  if ('absent' in sample) return { gap: sample.absent }
  json(sample.value)
  return sample
}

const json = (value: unknown): string => toJson(value, VALUE_DEPTH_MAX)

const failed = (): Outcome => ({ gap: 'error' })
