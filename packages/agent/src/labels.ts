import type { LinkedIdType } from '@tracio/contract'
import { invalid } from './errors.ts'
import { type SentFields, sentFields } from './sent-fields.ts'
import { utf8 } from './utf8.ts'

/** What a page may say of a visit, at `init` or with a single call. */
export interface LabelOptions {
  /** The page's own stable id of the signed-in account, at most 256 bytes. Not for `guest` and the like. */
  readonly linkedId?: string | undefined
  /** What kind of id that is; `opaque` by default. */
  readonly linkedIdType?: LinkedIdType | undefined
  /** Proof from the page's backend: HMAC-SHA256 of the linked id in lower-case hexadecimal digits. */
  readonly linkedIdSig?: string | undefined
  /** A label of the place or action, such as `checkout`, at most 256 characters. */
  readonly tag?: string | undefined
  /** The page's own keys and values. The server drops bad ones and counts them; see the manual for what is good. */
  readonly fields?: Readonly<Record<string, string | number | boolean>> | undefined
}

/** Labels as a page gives them; the fields go to the server whatever they are. */
export type GivenLabels = Omit<LabelOptions, 'fields'> & { readonly fields?: unknown }

/** Labels after checking. */
export interface Labels {
  readonly linkedId?: string
  readonly linkedIdType?: LinkedIdType
  readonly linkedIdSig?: string
  readonly tag?: string
  readonly fields?: SentFields
}

/** The server refuses longer ones, and the whole payload with them. */
const LINKED_ID_BYTES_MAX = 256
const TAG_LENGTH_MAX = 256

/** One more than a signature has: enough for the server to see that a longer one is wrong. */
const SIGNATURE_LENGTH_KEPT = 65

const TYPES: readonly unknown[] = ['email', 'phone', 'opaque'] satisfies readonly LinkedIdType[]

/** Checks labels. They come from pages, whose compiler did not look. What is empty says nothing. */
export function labelsFrom(options: GivenLabels): Labels {
  const linkedId = text('linkedId', options)
  const tag = text('tag', options)
  const linkedIdSig = text('linkedIdSig', options)
  const { linkedIdType } = options
  if (tag && tag.length > TAG_LENGTH_MAX) throw invalid('tag is too long')
  if (linkedId && utf8(linkedId).length > LINKED_ID_BYTES_MAX) throw invalid('linkedId is too long')
  if (!linkedId && (linkedIdSig || linkedIdType)) throw invalid('linkedId is missing')
  if (linkedIdType && !TYPES.includes(linkedIdType)) throw invalid(`linkedIdType must be ${TYPES.join(' or ')}`)
  return {
    ...(linkedId && { linkedId }),
    ...(linkedIdType && { linkedIdType }),
    ...(linkedIdSig && { linkedIdSig: linkedIdSig.slice(0, SIGNATURE_LENGTH_KEPT) }),
    ...(tag && { tag }),
    ...(options.fields !== undefined && { fields: sentFields(options.fields) }),
  }
}

/** The labels of one call: its own over those of `init`. A linked id of its own leaves the other's type and proof behind. */
export function labelsOfCall(atInit: Labels, options: GivenLabels): Labels {
  const own = labelsFrom(options)
  const { linkedId: _id, linkedIdType: _type, linkedIdSig: _sig, ...rest } = atInit
  return { ...(own.linkedId ? rest : atInit), ...own }
}

function text(name: 'linkedId' | 'linkedIdSig' | 'tag', options: GivenLabels): string | undefined {
  const value: unknown = options[name]
  if (value === undefined || typeof value === 'string') return value
  throw invalid(`${name} must be a string`)
}
