import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'
import { PROVIDERS_MAX } from './parse-csv-column.ts'

const GEOFEED = `# prefix, country, region, city, postal code
192.0.2.0/27,GB,GB-EN,London,
192.0.2.32/31,AD,,Andorra la Vella,
198.51.100.0/24,US,US-CA,Santa Clara,95054
2001:db8:1::/48,BR,BR-MG,Alfenas,
2001:db8::1,DE
`

it('reads the prefixes of a geofeed', () => {
  expect(readList('geofeed', GEOFEED, { provider: 'Example relay', column: 3 })).toEqual({
    parts: [
      {
        provider: 'Example relay',
        ranges: [
          '192.0.2.0-192.0.2.31',
          '192.0.2.32-192.0.2.33',
          '198.51.100.0-198.51.100.255',
          '2001:db8:1::-2001:db8:1:ffff:ffff:ffff:ffff:ffff',
          '2001:db8::1',
        ],
      },
    ],
    accepted: 5,
    rejected: 0,
    rejectedExamples: [],
  })
})

it('takes of a geofeed only what lies inside the limits', () => {
  const { parts, accepted, rejected } = readList('geofeed', GEOFEED, { within: ['192.0.2.0/24'] })
  expect({ ranges: parts[0]?.ranges, accepted, rejected }).toEqual({
    ranges: ['192.0.2.0-192.0.2.31', '192.0.2.32-192.0.2.33'],
    accepted: 2,
    rejected: 0,
  })
})

describe('any column', () => {
  it('is read, quoted or not, below a header', () => {
    const text = 'fingerprint, ipaddr, port\nAAAA, 192.0.2.1, 443\nBBBB, "2001:db8::1", 9001\n'
    expect(readList('csv_column', text, { column: 1, header: true })).toMatchObject({
      parts: [{ ranges: ['192.0.2.1', '2001:db8::1'] }],
      accepted: 2,
      rejected: 0,
    })
  })
  it('is the first without a word', () => {
    expect(readList('csv_column', '192.0.2.1,x').accepted).toBe(1)
  })
  it('may be followed by anything, and be commented in the ways of VPN Gate', () => {
    const text = '*vpn_servers\r\n#HostName,IP\r\npublic-vpn-1,192.0.2.1,9,"a ""b"", c"\r\n*\r\n'
    expect(readList('csv_column', text, { column: 1 })).toMatchObject({ accepted: 1, rejected: 0 })
  })
  it('that is missing is a rejected line', () => {
    expect(readList('csv_column', 'a,192.0.2.1\nb\nc,"192.0.2.2\n', { column: 1 })).toMatchObject({
      accepted: 1,
      rejected: 2,
      rejectedExamples: ['b', 'c,"192.0.2.2'],
    })
  })
})

describe('a column of providers', () => {
  const options = { column: 1, providerColumn: 0, provider: 'Whole list' }

  it('makes a part of each', () => {
    const text =
      '"Example ""Cloud""",192.0.2.1\nM\u00fcnchen,192.0.2.2\n,192.0.2.3\n"Example ""Cloud""",192.0.2.4\nBad,x\n'
    expect(readList('csv_column', text, options).parts).toEqual([
      { provider: 'Whole list', ranges: ['192.0.2.3'] },
      { provider: 'Example "Cloud"', ranges: ['192.0.2.1', '192.0.2.4'] },
      { provider: 'M\u00fcnchen', ranges: ['192.0.2.2'] },
    ])
  })
  it('cannot make more parts than allowed, nor long or invisible names', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `${index}\u202e\u0007${'x'.repeat(500)},192.0.2.1`)
    const { parts, accepted } = readList('csv_column', lines.join('\n'), options)
    expect(accepted).toBe(500)
    expect(parts).toHaveLength(PROVIDERS_MAX + 1)
    expect(parts[1]?.provider).toMatch(/^0x{20,60}$/)
  })
  it('cannot reach the prototype', () => {
    const { parts } = readList('csv_column', '__proto__,192.0.2.1\nconstructor,192.0.2.2', options)
    expect(parts.map(({ provider }) => provider)).toEqual(['__proto__', 'constructor'])
  })
})
