import type { ListHit, ListKind, ThreatKind } from '@tracio/contract'

/** Ranges of addresses in any order, both ends included: two words each in `v4`, eight each (first, then last) in `v6`. */
export interface AddressRanges {
  readonly v4: Uint32Array<ArrayBuffer>
  readonly v6: Uint32Array<ArrayBuffer>
}

/** The ranges of a list of which it says the same. */
export interface ListPart extends Pick<ListHit, 'provider' | 'count' | 'protocol' | 'country'> {
  readonly ranges: AddressRanges
}

/** What a parser made of a file. */
export interface ParsedList {
  readonly parts: readonly ListPart[]
  /** Entries understood. */
  readonly accepted: number
  /** Entries not understood, and the first of them, shortened, for the operator. */
  readonly rejected: number
  readonly rejectedExamples: readonly string[]
  /** How many entries the file itself says it has; absent: it does not say. */
  readonly announced?: number
}

/** A list that passed its gates, ready to be compiled with the others. */
export interface AcceptedList {
  readonly feed: string
  readonly kind: ListKind
  /** Exactly for `threat`. */
  readonly threat?: ThreatKind
  readonly parts: readonly ListPart[]
}
