import type { NameVersion, Signals } from '@tracio/contract'
import type { UserAgentClaims } from './parse-user-agent.ts'

type ClientHints = Signals['clientHints']

/**
 * Client Hints tell what the reduced user agent hides: the full version, and which Windows or macOS. They are believed only
 * where they agree with the user agent on family and system; a contradiction is for detectors, not for us to settle.
 */
export function refineByClientHints(claims: UserAgentClaims, hints: ClientHints): UserAgentClaims {
  if (claims.family !== 'chromium') return claims
  return { ...claims, browser: browserOf(hints) ?? claims.browser, os: osOf(claims.os, hints) }
}

/** Brands that are put in to keep sites from matching too closely: `Not:A-Brand`, `Not)A;Brand`, ` Not A;Brand` ... */
const GREASE = /^\W*not\W*a\W*brand/i

/** Brand → the name that the user agent gives the same browser, so that one browser has one name. */
const sameBrowser: ReadonlyMap<string, string> = new Map([
  ['Google Chrome', 'Chrome'],
  ['HeadlessChrome', 'Chrome'],
  ['Samsung Internet', 'Samsung Internet for Android'],
])

/** The most particular brand. The list is shuffled from version to version, so the first in the alphabet is taken. */
function browserOf(hints: ClientHints): NameVersion | undefined {
  const brands = (hints.fullVersionList ?? hints.brands).filter(({ brand }) => !GREASE.test(brand))
  const own = brands.filter(({ brand }) => brand !== 'Chromium').sort((a, b) => (a.brand < b.brand ? -1 : 1))
  const { brand, version } = own[0] ?? brands[0] ?? {}
  return brand && version !== undefined ? { name: sameBrowser.get(brand) ?? brand, version } : undefined
}

function osOf(os: NameVersion | undefined, { platform, platformVersion }: ClientHints): NameVersion | undefined {
  if (!os || !platformVersion || os.name !== platform) return os
  return { name: os.name, version: platform === 'Windows' ? windowsVersion(platformVersion) : platformVersion }
}

/**
 * Chromium reports the version of Windows' UniversalApiContract: 13 and more is Windows 11, 1 to 10 is Windows 10, and
 * 0.1, 0.2, 0.3 are Windows 7, 8 and 8.1.
 * Source: learn.microsoft.com, "Detect Windows 11 using User-Agent Client Hints"; read November 2026.
 */
const WINDOWS_11_FROM = 13

const olderWindows: Readonly<Record<string, string>> = { '0.1': '7', '0.2': '8', '0.3': '8.1' }

function windowsVersion(platformVersion: string): string {
  const [major = '', minor = ''] = platformVersion.split('.')
  if (Number(major) >= WINDOWS_11_FROM) return '11'
  return Number(major) >= 1 ? '10' : (olderWindows[`${major}.${minor}`] ?? '')
}
