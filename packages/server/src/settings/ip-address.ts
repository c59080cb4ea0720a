import { isIP } from 'node:net'
import type { Parsed } from './setting.ts'

/** An IPv4 or IPv6 address. */
export const ipAddress = (text: string): Parsed<string> =>
  isIP(text) === 0 ? { wrong: 'must be an IPv4 or IPv6 address' } : { value: text }
