import type { EpochMs } from '@tracio/contract'
import type { Config } from '../config.ts'
import type { AddressDatabases } from '../ip/address-databases.ts'
import { findAsnPackage } from '../ip/asn/asn-package.ts'
import { networkSource } from '../ip/asn/networks.ts'
import { NO_PACKAGE } from '../ip/asn/open-asn-table.ts'
import { geoStatus } from '../ip/geo/geo-status.ts'
import { openDatabases } from '../ip/geo/open-databases.ts'
import { OperatorError } from '../operator-error.ts'

type Settings = Pick<Config, 'networks' | 'geoDatabases' | 'geoDefault'>

/**
 * The databases that a server with these settings would use. One that cannot be opened is reported, in a sentence, and
 * left out; of networks only the package is looked for, since opening it may mean to compile it first.
 */
export async function databasesAtHand(
  settings: Settings,
  { now, report }: { readonly now: () => EpochMs; readonly report: (message: string) => void },
): Promise<AddressDatabases> {
  return { networks: networksAtHand(settings), places: await placesAtHand(settings, now(), report) }
}

/** The installed database of networks, or why none is used. */
export function networksAtHand({ networks }: Pick<Config, 'networks'>): AddressDatabases['networks'] {
  if (!networks) return { missing: 'TRACIO_NETWORKS is off.' }
  const installed = findAsnPackage()
  return installed === null ? { missing: NO_PACKAGE } : networkSource(installed)
}

async function placesAtHand(
  settings: Settings,
  now: EpochMs,
  report: (message: string) => void,
): Promise<AddressDatabases['places']> {
  try {
    return geoStatus(await openDatabases(settings, { report }), now)
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    report(error.message)
    return { level: 'none', databases: [], credits: [] }
  }
}
