import { fileURLToPath } from 'node:url'
import type { NetworkClass, NetworkFacts } from '@tracio/contract'
import { OperatorError } from '../../operator-error.ts'
import { readAsRows } from './as-rows.ts'

/** What our table says of networks; those it does not name are `other`. */
export type AsClasses = ReadonlyMap<number, Pick<NetworkFacts, 'class' | 'brand'>>

/** Beside the source and beside what is built of it. */
const CLASSES = new URL('../../../data/as-classes.csv', import.meta.url)
const NOT_HOSTING = new URL('../../../data/as-not-hosting.csv', import.meta.url)

const classNames: readonly string[] = [
  'vpn',
  'vpn_wholesale',
  'vpn_disputed',
  'tor',
  'proxy',
  'hosting',
  'cdn',
  'gateway',
  'mobile',
] satisfies readonly NetworkClass[]

const isClass = (text: string): text is NetworkClass => classNames.includes(text)

/** Reads the classes of networks. Throws an `OperatorError` when the table is damaged. */
export function readAsClasses(file: URL = CLASSES): AsClasses {
  return new Map(
    readAsRows(file).map(({ asn, columns: { class: text = '', brand = '' } }) => {
      if (!isClass(text)) {
        throw new OperatorError(
          `${fileURLToPath(file)}: AS${asn} has the class "${text}". Restore the file from the release.`,
        )
      }
      return [asn, { class: text, brand: brand === '' ? null : brand }]
    }),
  )
}

/** Networks that lists of datacenters name by mistake: their addresses are not to be believed there. */
export const readNotHosting = (file: URL = NOT_HOSTING): ReadonlySet<number> =>
  new Set(readAsRows(file).map(({ asn }) => asn))
