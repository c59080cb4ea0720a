import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { readAsClasses, readNotHosting } from './as-classes.ts'

const classes = readAsClasses()
const countOf = (...wanted: readonly string[]): number =>
  [...classes.values()].filter((entry) => wanted.includes(entry.class)).length

it.each([
  [136787, { class: 'vpn', brand: 'NordVPN' }],
  [9009, { class: 'vpn_wholesale', brand: 'M247' }],
  [32751, { class: 'vpn_disputed', brand: 'Octovpn' }],
  [60729, { class: 'tor', brand: 'Stiftung Erneuerbare Freiheit' }],
  [396319, { class: 'proxy', brand: 'Oxylabs' }],
  [24940, { class: 'hosting', brand: 'Hetzner' }],
  [3842, { class: 'hosting', brand: null }],
  [13335, { class: 'cdn', brand: 'Cloudflare' }],
  [21928, { class: 'mobile', brand: 'T-Mobile USA' }],
  // Listed as a VPN by some: it is where companies' people go out.
  [398391, { class: 'gateway', brand: 'Check Point' }],
  // Named as a CDN, because its owner is one; it rents out servers.
  [63949, { class: 'hosting', brand: 'Linode' }],
])('knows what AS%i is used for', (asn, entry) => {
  expect(classes.get(asn)).toEqual(entry)
})

it.each([
  [27683, 'a telephone company whose name has VPN in it'],
  [7922, 'a network of homes'],
  [3320, 'a network of homes'],
])('has no class for AS%i, %s', (asn) => {
  expect(classes.has(asn)).toBe(false)
})

it('knows at least 42 networks of VPNs', () => {
  expect(countOf('vpn')).toBeGreaterThanOrEqual(42)
  expect(countOf('vpn_wholesale')).toBeGreaterThanOrEqual(42)
})

it('does not call hosting what it takes out of lists of hosting', () => {
  const notHosting = readNotHosting()
  expect([notHosting.size, notHosting.has(37170)]).toEqual([45, true])
  expect([...notHosting].filter((asn) => classes.get(asn)?.class === 'hosting')).toEqual([])
})

it('refuses a class that nobody knows', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-classes-')), 'classes.csv')
  writeFileSync(file, '#   ada = Ada\nasn,class,brand,sources,note\n64496,vnp,Ada,ada,\n')
  expect(() => readAsClasses(pathToFileURL(file))).toThrow('AS64496 has the class "vnp"')
})

it('says which file cannot be read', () => {
  expect(() => readNotHosting(pathToFileURL(join(tmpdir(), 'no-such-table.csv')))).toThrow(
    'no-such-table.csv cannot be read',
  )
})
