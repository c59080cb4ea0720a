import type { TracioEvent } from './event.ts'

/** The network of an event as webhooks show it: a boolean is false when unknown. */
export interface NetworkView {
  readonly vpn: boolean
  readonly proxy: boolean
  readonly tor: boolean
  readonly datacenter: boolean
  /** Such as `wifi`; null: not known. */
  readonly connectionType: string | null
}

/** Reads the network of an event. */
export function toNetwork({ network }: Pick<TracioEvent, 'network'>): NetworkView {
  return {
    vpn: network.vpn.result,
    proxy: network.proxy.result,
    tor: network.tor.result,
    datacenter: network.datacenter.result,
    connectionType: network.connectionType,
  }
}
