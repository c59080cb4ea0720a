import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AsnPackage } from '../src/ip/asn/asn-package.ts'

/** A small database of networks, in the form of the real one. */
export const asnCsv = {
  ipv4: `192.0.2.0,192.0.2.127,64496,Ada Networks
192.0.2.128,192.0.2.255,64497,"Bob, Sons & ""Co"""
198.51.100.0,198.51.100.255,64498,Carol Mobile
198.51.100.64,198.51.100.95,64496,Ada Networks
`,
  ipv6: `2001:db8::,2001:db8:0:ffff:ffff:ffff:ffff:ffff,64496,Ada Networks
2001:db8:1::,2001:db8:1::ff,64499,Dörte e.V.
`,
} as const

/** A folder that looks like the installed package. */
export function anAsnPackage({ ipv4, ipv6 }: { readonly ipv4: string; readonly ipv6: string } = asnCsv): AsnPackage {
  const folder = mkdtempSync(join(tmpdir(), 'tracio-asn-'))
  const [ipv4Csv, ipv6Csv] = [join(folder, 'asn-ipv4.csv'), join(folder, 'asn-ipv6.csv')]
  writeFileSync(ipv4Csv, ipv4)
  writeFileSync(ipv6Csv, ipv6)
  return { ipv4Csv, ipv6Csv, version: '2.3.2026061719', builtOn: '2026-06-17' }
}
