import type { ListHit } from '@tracio/contract'

/** What a parser must be told beside the bytes. Each says which formats it is for; the others do not look at it. */
export interface ParseOptions {
  /** Whom the whole list names, for every format. A part that names somebody itself keeps its own. */
  readonly provider?: string
  /** For every format: CIDR blocks outside of which entries are neither accepted nor rejected. */
  readonly within?: readonly string[]
  /** For every format: the most bytes the file may have when unpacked. */
  readonly unpackedBytesMax?: number
  /** `csv_column`: the column of addresses, counted from 0; 0 when absent. */
  readonly column?: number
  /** `csv_column`: the column that names whom each line is about. */
  readonly providerColumn?: number
  /** `csv_column`: the first line is the names of the columns. */
  readonly header?: boolean
  /** `geofeed`: keeps the country of each line, which makes a part of the list for each. */
  readonly countries?: boolean
  /** `proxies`: what proxies without a scheme speak; absent: it is not known. */
  readonly protocol?: NonNullable<ListHit['protocol']>
  /** `json_path`: where addresses stand, such as `data.prefixes[].prefix`; `[]` is each of a list, `{}` each of an object. */
  readonly paths?: readonly string[]
}
