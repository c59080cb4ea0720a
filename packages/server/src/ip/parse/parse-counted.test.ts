import { expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'
import { COUNT_MAX } from './parse-counted.ts'

it('makes a part of every count', () => {
  const text = '# IP\tnumber of lists\n192.0.2.1\t9\n192.0.2.2\t2\n192.0.2.3\t9\n2001:db8::1  2\r\n198.51.100.0/24\t1'
  expect(readList('counted', text).parts).toEqual([
    { provider: null, count: 9, ranges: ['192.0.2.1', '192.0.2.3'] },
    { provider: null, count: 2, ranges: ['192.0.2.2', '2001:db8::1'] },
    { provider: null, count: 1, ranges: ['198.51.100.0-198.51.100.255'] },
  ])
})

it('makes no more parts than it should, whatever is counted', () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `192.0.2.${index % 256}\t${index + 1}`)
  const { parts } = readList('counted', lines.join('\n'))
  expect(parts).toHaveLength(COUNT_MAX)
  expect(parts.at(-1)).toMatchObject({ count: COUNT_MAX })
  expect(parts.at(-1)?.ranges).toHaveLength(2000 - COUNT_MAX + 1)
})

it.each([
  '192.0.2.1',
  '192.0.2.1\t',
  '192.0.2.1\t0',
  '192.0.2.1\t-1',
  '192.0.2.1\t1.5',
  '192.0.2.1\t1 2',
  'example.com\t3',
])('rejects %j', (line) => {
  const { accepted, rejected, rejectedExamples } = readList('counted', `192.0.2.9\t1\n${line}`)
  expect({ accepted, rejected }).toEqual({ accepted: 1, rejected: 1 })
  expect(rejectedExamples).toEqual([line.trim().replace('\t', ' ')])
})
