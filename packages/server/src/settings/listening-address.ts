import { isIP } from 'node:net'
import type { Parsed } from './setting.ts'

/** An address of a machine and a port on it. */
export interface ListeningAddress {
  readonly host: string
  readonly port: number
}

/** `127.0.0.1:6380`, or `[::1]:6380`. */
export function listeningAddress(text: string): Parsed<ListeningAddress> {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? []
  const host = bracketed ?? plain ?? ''
  const isAddress = isIP(host) === (bracketed === undefined ? 4 : 6)
  return isAddress && Number(port) <= 65_535
    ? { value: { host, port: Number(port) } }
    : { wrong: 'must be an address and a port, such as 127.0.0.1:6380 or [::1]:6380' }
}
