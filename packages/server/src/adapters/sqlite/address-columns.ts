import type { SQLInputValue } from 'node:sqlite'
import type { AddressFacts } from '../../ports/ledger.ts'

/** Columns that are written once, and what each holds of the address. An amendment leaves them as they are. */
const columns = {
  asn: ({ asn }) => asn,
  country: ({ country }) => country,
  country_asked: ({ countryAsked }) => Number(countryAsked),
  zone_fits: ({ zoneFits }) => (zoneFits === null ? null : Number(zoneFits)),
} satisfies Readonly<Record<string, (address: AddressFacts) => SQLInputValue>>

/** Their names, in the order of `addressColumnValues`. */
export const addressColumnNames: readonly string[] = Object.keys(columns)

/** What they hold of one event's address. */
export const addressColumnValues = (address: AddressFacts): SQLInputValue[] =>
  Object.values(columns).map((column) => column(address))
