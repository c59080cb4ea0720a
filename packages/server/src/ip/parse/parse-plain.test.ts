import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

const LIST = `# A list
; of an old kind
// and of another

192.0.2.1
192.0.2.2 # one to remember
192.0.2.3;SBL0001
192.0.2.4//slashes
192.0.2.8/30//slashes behind a block
192.0.2.5\tname of somebody
192.0.2.6 - somebody
198.51.100.0/24
198.51.100.77/24
203.0.113.5-203.0.113.9
203.0.113.15 - 203.0.113.19 # a range with blanks
::ffff:192.0.2.7
2001:db8::/32
  2001:db8:1::1\r
`

it('reads addresses, blocks and ranges, and leaves out comments and other text', () => {
  expect(readList('plain', LIST, { provider: 'Example' })).toEqual({
    parts: [
      {
        provider: 'Example',
        ranges: [
          '192.0.2.1',
          '192.0.2.2',
          '192.0.2.3',
          '192.0.2.4',
          '192.0.2.8-192.0.2.11',
          '192.0.2.5',
          '192.0.2.6',
          '198.51.100.0-198.51.100.255',
          '198.51.100.0-198.51.100.255',
          '203.0.113.5-203.0.113.9',
          '203.0.113.15-203.0.113.19',
          '192.0.2.7',
          '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
          '2001:db8:1::1',
        ],
      },
    ],
    accepted: 14,
    rejected: 0,
    rejectedExamples: [],
  })
})

it('rejects hostile lines one by one, and goes on', () => {
  const hostile = [
    'example.com',
    '192.0.2.1,192.0.2.2',
    '999.0.2.1',
    '-',
    '- 192.0.2.1',
    `1${'9'.repeat(100_000)}`,
    '\u202e1.2',
  ]
  const { accepted, rejected, rejectedExamples } = readList('plain', [...hostile, '192.0.2.1'].join('\n'))
  expect({ accepted, rejected }).toEqual({ accepted: 1, rejected: hostile.length })
  expect(rejectedExamples.slice(0, 3)).toEqual(['example.com', '192.0.2.1,192.0.2.2', '999.0.2.1'])
})

describe('the header of a FireHOL set', () => {
  it.each([
    ['# Entries         : 2 subnets, 512 unique IPs', 2],
    ['# Entries         : 3 unique IPs', 3],
    ['# Entries: none', undefined],
    ['# Number of entries: 3', undefined],
  ])('%s announces %s', (header, announced) => {
    expect(readList('plain', `${header}\n192.0.2.1`).announced).toBe(announced)
  })
})
