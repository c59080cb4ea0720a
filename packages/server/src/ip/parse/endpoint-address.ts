import type { FieldBounds } from './csv-field.ts'

const COLON = 58
const OPEN = 91
const PORT_MAX = 65535

/**
 * Finds the address in `address:port`, `[address]:port` or a bare address between two positions. Undefined: the port is
 * none. Whether the rest is an address is for its reader to say.
 */
export function endpointAddress(text: string, from: number, to: number): FieldBounds | undefined {
  if (text.charCodeAt(from) === OPEN) {
    const close = text.slice(from, to).indexOf(']') + from
    if (close < from) return
    return close + 1 === to || (text.charCodeAt(close + 1) === COLON && isPort(text, close + 2, to))
      ? { from: from + 1, to: close }
      : undefined
  }
  const endpoint = text.slice(from, to)
  const colon = endpoint.indexOf(':')
  if (colon < 0 || endpoint.indexOf(':', colon + 1) >= 0) return { from, to }
  return isPort(text, from + colon + 1, to) ? { from, to: from + colon } : undefined
}

function isPort(text: string, from: number, to: number): boolean {
  const port = text.slice(from, to)
  return /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= PORT_MAX
}
