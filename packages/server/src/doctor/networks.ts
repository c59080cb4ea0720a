import { networksAtHand } from '../commands/databases-at-hand.ts'
import type { Config } from '../config.ts'
import type { AddressDatabases } from '../ip/address-databases.ts'
import { type Check, type Diagnosis, ok, warning } from './check.ts'

/** Whether it is known who announces an address: half of all VPNs and clouds are known by that. */
export const networks: Check = {
  id: 'networks',
  examine: ({ config }) => judgeNetworks(networksAtHand(config), config.networks),
}

/** Judges the database of networks by its status, and by what the operator has chosen. */
export function judgeNetworks(source: AddressDatabases['networks'], chosen: Config['networks']): Diagnosis {
  if (!chosen) {
    return ok('Networks are not looked up, as TRACIO_NETWORKS says: nobody is cleared of VPN, proxy or data centre.')
  }
  return 'missing' in source
    ? warning(`${source.missing} Nobody is cleared of VPN, proxy or data centre.`, 'Run npm install, then start again.')
    : ok(`Networks are known as of ${source.builtOn ?? 'an unknown day'}.`)
}
