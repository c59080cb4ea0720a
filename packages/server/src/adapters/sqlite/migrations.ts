import { addresses } from './migrations/addresses.ts'
import { devicesWithoutVisitors } from './migrations/devices-without-visitors.ts'
import { filtersAndRevisions } from './migrations/filters-and-revisions.ts'
import { firstSchema } from './migrations/first-schema.ts'
import { networkFlags } from './migrations/network-flags.ts'

/** The schema, one step a version. A step that has landed is never edited: stores in the field have run it. */
export const migrations: readonly string[] = [
  firstSchema,
  filtersAndRevisions,
  devicesWithoutVisitors,
  addresses,
  networkFlags,
]
