import type { ListHit } from '@tracio/contract'

/** What one list says of an address; when the list was current is its feed's affair. */
export type ListSource = Omit<ListHit, 'asOf'>

/** Everything that lists say of an address. Never empty. */
export type SourceSet = readonly ListSource[]
