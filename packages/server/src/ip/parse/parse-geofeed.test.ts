import { expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

const GEOFEED = `# prefix, country, region, city, postal code
192.0.2.0/27,GB,GB-EN,London,
198.51.100.1,us,US-CA,Santa Clara,95054
192.0.2.32/31,GB,GB-EN,Leeds,
203.0.113.7,,,,
203.0.113.8,Britain,,,
203.0.113.9
`

it('keeps the countries where it is told to, and lines without one', () => {
  expect(readList('geofeed', GEOFEED, { provider: 'Example relay', countries: true })).toEqual({
    parts: [
      { provider: 'Example relay', ranges: ['203.0.113.7', '203.0.113.8', '203.0.113.9'] },
      {
        provider: 'Example relay',
        country: 'GB',
        ranges: ['192.0.2.0-192.0.2.31', '192.0.2.32-192.0.2.33'],
      },
      { provider: 'Example relay', country: 'US', ranges: ['198.51.100.1'] },
    ],
    accepted: 6,
    rejected: 0,
    rejectedExamples: [],
  })
})

it('keeps none otherwise, and rejects what is no prefix either way', () => {
  expect(readList('geofeed', GEOFEED).parts).toHaveLength(1)
  for (const countries of [true, false]) {
    expect(readList('geofeed', `${GEOFEED}London,GB\n`, { countries })).toMatchObject({ accepted: 6, rejected: 1 })
  }
})

it('makes no more parts than there are countries', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const codes = [...letters].flatMap((first) => [...letters].map((second) => first + second))
  const lines = codes.map((code, at) => `192.0.2.${at % 256},${code},,,`)
  expect(readList('geofeed', lines.join('\n'), { countries: true }).parts).toHaveLength(257)
})
