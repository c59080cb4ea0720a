/** What a database asks of those who use it. */
export interface GeoLicence {
  /** SPDX where it has one. */
  readonly id: string
  /** To be shown where results are; null: it asks for none. */
  readonly credit: { readonly text: string; readonly url: string } | null
  /** Days after which its data are too old, and why. */
  readonly oldAfterDays: number
  readonly oldBecause: string
}

/** Providers move their addresses all the time. Chosen by hand, November 2026: two of DB-IP's monthly issues. */
const GROWING_OLD = { oldAfterDays: 60, oldBecause: 'addresses change hands, and places with them' }

/** Licences of the databases that are known, read in November 2026. */
export const licences = {
  dbipLite: {
    id: 'CC-BY-4.0',
    credit: { text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' },
    ...GROWING_OLD,
  },
  geolite2: {
    id: 'GeoLite2-EULA',
    // The sentence that the licence prescribes.
    credit: {
      text: 'This product includes GeoLite Data created by MaxMind, available from https://www.maxmind.com',
      url: 'https://www.maxmind.com',
    },
    oldAfterDays: 30,
    oldBecause: 'its licence asks that a copy be destroyed 30 days after a newer one is out',
  },
  ipinfoLite: {
    id: 'CC-BY-SA-4.0',
    credit: { text: 'IP address data powered by IPinfo', url: 'https://ipinfo.io' },
    ...GROWING_OLD,
  },
  /** What the operator has agreed on with the vendor. */
  commercial: { id: 'commercial', credit: null, ...GROWING_OLD },
  unknown: { id: 'unknown', credit: null, ...GROWING_OLD },
} as const satisfies Readonly<Record<string, GeoLicence>>
