import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'
import { ListFormatError } from './list-format-error.ts'

const LIST = `{"cidr":"192.0.2.0/24","sblid":"SBL000001","rir":"arin"}
{"cidr":"2001:db8::/32","sblid":"SBL000002","rir":"ripencc"}
{"type":"metadata","timestamp":1790072042,"size":104,"records":2,"copyright":"(c) nobody","terms":"none"}
`

it('reads blocks, and how many there should be', () => {
  expect(readList('spamhaus_jsonl', LIST)).toEqual({
    parts: [{ provider: null, ranges: ['192.0.2.0-192.0.2.255', '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'] }],
    accepted: 2,
    rejected: 0,
    rejectedExamples: [],
    announced: 2,
  })
})

it('announces nothing when the file is cut off', () => {
  expect(readList('spamhaus_jsonl', LIST.slice(0, 80))).not.toHaveProperty('announced')
})

describe('rejects', () => {
  it.each([
    ['{"cidr":"example.com"}', '{"cidr":"example.com"}'],
    ['{"cidr":["192.0.2.0/24"]}', 'cidr: a list'],
    ['{"cidr":null}', 'cidr: null'],
    ['{"__proto__":{"cidr":"192.0.2.0/24"}}', 'cidr: nothing'],
    ['{"asn":64500,"rir":"arin"}', 'cidr: nothing'],
    ['["192.0.2.0/24"]', '["192.0.2.0/24"]'],
    ['{"cidr":"192.0.', '{"cidr":"192.0.'],
    ['192.0.2.0/24', '192.0.2.0/24'],
  ])('%s', (line, shown) => {
    expect(readList('spamhaus_jsonl', `${LIST}${line}`)).toMatchObject({
      accepted: 2,
      rejected: 1,
      rejectedExamples: [shown],
    })
  })
  it('the list of AS numbers as a whole', () => {
    expect(() => readList('spamhaus_jsonl', '{"asn":64500}\n{"asn":64501}')).toThrow(ListFormatError)
  })
})

it.each(['-1', '1.5', '"2"', 'null', '1e300'])('does not believe in %s records', (records) => {
  expect(readList('spamhaus_jsonl', `{"type":"metadata","records":${records}}`)).not.toHaveProperty('announced')
})
