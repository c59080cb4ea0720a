import type { Decoder } from '../decoder.ts'

/** A digest is 32 hexadecimal digits (MurmurHash3-128); the margin admits a longer hash later. */
export const DIGEST_LENGTH_MAX = 64

/** How long a value lasts. Frozen values change with the hardware, volatile ones with the day. */
export type Tier = 'frozen' | 'semi' | 'volatile' | 'session'

/** Browser families, by engine and maker, as far as support differs between them. */
export type BrowserFamily = 'chromium' | 'firefox' | 'safari'

/** What the catalogue knows of one signal. It is data, because the decoder, the docs and the matcher read it. */
export interface SignalFacts {
  readonly family: string
  readonly tier: Tier
  /** It takes too long for the primary wave, or needs the visitor to do something: it comes when the page is left. */
  readonly wave?: 'late'
  /** Unit of the value, where it has one. */
  readonly unit?: string
  /** The interface that is asked. */
  readonly readFrom: string
  readonly contexts: readonly ('window' | 'iframe' | 'worker')[]
  /** What makes the value change. */
  readonly changesWith: string
  /** Families that never have it: their `unavailable` becomes `unsupported`. */
  readonly neverIn?: readonly BrowserFamily[]
  /** What the browser digests or leaves out before it sends, and why. */
  readonly digested?: string
  /** Why it is read although all recorded browsers give the same value. A test holds it to the recordings. */
  readonly constant?: string
}

/** A catalogued signal. */
export interface Signal<T> extends SignalFacts {
  readonly decode: Decoder<T>
}

/** Puts a decoder and its facts together. */
export const signal = <T>(decode: Decoder<T>, facts: SignalFacts): Signal<T> => ({ decode, ...facts })

/** A signal that agents do not send any more. What older ones sent is still decoded and shown. */
export interface RetiredSignal<T> extends Signal<T> {
  /** Version of the first agent that does not read it. */
  readonly retired: string
}

/** Takes a signal out of use from a version of the agent on. */
export const retired = <T>(version: string, last: Signal<T>): RetiredSignal<T> => ({ ...last, retired: version })
