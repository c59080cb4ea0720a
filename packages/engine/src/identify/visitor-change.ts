import type { VisitorId } from '@tracio/contract'

/**
 * What the server has to write about visitors, and what must still be true when it writes. Where that is no longer so,
 * another event came between: the candidates are read again, and the event is evaluated again.
 */
export type VisitorChange =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'create'
      readonly visitorId: VisitorId
      /** How many visitors may hold `key` at the write; null: as many as like. */
      readonly expectHolders: number | null
      /** The frozen key to post for the visitor, 32 hexadecimal digits; null: none to post. */
      readonly key: string | null
    }
  | {
      readonly kind: 'update'
      readonly visitorId: VisitorId
      /** The revision that the visitor must still have. */
      readonly expectRevision: number
      /** By what the visitor was recognised. */
      readonly via: 'cookie' | 'frozen'
      readonly key: string | null
    }
