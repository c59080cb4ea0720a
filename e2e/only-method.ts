import type { VpnMethods } from '../packages/contract/src/network-verdict.ts'

/** All methods by which a VPN is known, of which this one alone has found something; none where none is named. */
export const onlyMethod = (method?: keyof VpnMethods): VpnMethods => ({
  ...{ timezoneMismatch: false, publicVPN: false, osMismatch: false, relay: false, turn: false },
  ...(method === undefined ? {} : { [method]: true }),
})
