import { expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

const LIST = `#
#   A block list in the format of DShield
#    updated: 2026-07-14T20:45:40
#
Start\tEnd\tNetmask\tAttacks\tName\tCountry\temail
192.0.2.0\t192.0.2.255\t24\t2076\tEXAMPLE-NET\tUS\tabuse@example.com
198.51.100.0\t198.51.100.255\t24\t1550\tANOTHER-NET\tDE\t
203.0.113.7\t203.0.113.7
203.0.113.9
not\tan\taddress\tsomebody@example.com
`

it('reads start and end', () => {
  expect(readList('dshield', LIST)).toEqual({
    parts: [
      {
        provider: null,
        ranges: ['192.0.2.0-192.0.2.255', '198.51.100.0-198.51.100.255', '203.0.113.7'],
      },
    ],
    accepted: 3,
    rejected: 2,
    rejectedExamples: ['203.0.113.9', 'not an address ***@example.com'],
  })
})
