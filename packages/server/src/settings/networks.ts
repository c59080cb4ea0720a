import { isIP } from 'node:net'
import type { Parsed } from './setting.ts'

/** Addresses and CIDRs, separated by commas. */
export function networks(text: string): Parsed<readonly string[]> {
  const value = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const bad = value.filter((part) => !isNetwork(part))
  return bad.length === 0 ? { value } : { wrong: `holds what is neither an address nor a CIDR: ${bad.join(', ')}` }
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return /^\d+$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}
