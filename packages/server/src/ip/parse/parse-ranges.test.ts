import { expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

it.each([
  ['192.0.2.1-192.0.2.9', '192.0.2.1-192.0.2.9'],
  ['192.0.2.1 - 192.0.2.9', '192.0.2.1-192.0.2.9'],
  ['192.0.2.1,192.0.2.9', '192.0.2.1-192.0.2.9'],
  ['192.0.2.1;192.0.2.9', '192.0.2.1-192.0.2.9'],
  ['192.0.2.1\t192.0.2.9\tname', '192.0.2.1-192.0.2.9'],
  ['"192.0.2.1","192.0.2.9","64500","Example, Inc."', '192.0.2.1-192.0.2.9'],
  ['192.0.2.1,192.0.2.9,64500,Example', '192.0.2.1-192.0.2.9'],
  ['2001:db8::,2001:db8::ff', '2001:db8::-2001:db8::ff'],
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.0/24', '192.0.2.0-192.0.2.255'],
])('reads %s', (line, range) => {
  expect(readList('ranges', `# first, last\n${line}\n`).parts).toEqual([{ provider: null, ranges: [range] }])
})

it('rejects what is no range', () => {
  const hostile = [
    '192.0.2.9-192.0.2.1',
    '192.0.2.1,192.0.2.999',
    '192.0.2.1,2001:db8::1',
    'example.com',
    `1${'.1'.repeat(50_000)}`,
  ]
  const { accepted, rejected, rejectedExamples } = readList('ranges', ['192.0.2.1', ...hostile].join('\n'))
  expect({ accepted, rejected }).toEqual({ accepted: 1, rejected: 5 })
  expect(rejectedExamples.slice(0, 4)).toEqual(hostile.slice(0, 4))
})
