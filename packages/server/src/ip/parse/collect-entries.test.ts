import { describe, expect, it } from 'vitest'
import { showList } from '../../../test/show-list.ts'
import { collectEntries, type EntryCollector } from './collect-entries.ts'
import { ListFormatError } from './list-format-error.ts'
import { parseRange } from './parse-range.ts'
import type { RangeSink } from './range-builder.ts'

const add = (entries: EntryCollector, part: RangeSink, ...texts: readonly string[]): void => {
  for (const text of texts) entries.note(parseRange(text, 0, text.length, part), text, 0, text.length)
}

it('groups what it is given by part, and leaves out the empty ones', () => {
  const entries = collectEntries()
  const one = entries.part({ count: 1 })
  entries.part({ count: 2 })
  add(entries, one, '192.0.2.1')
  add(entries, entries.part({ protocol: 'socks5', provider: 'Example' }), '192.0.2.2', '192.0.2.3')
  expect(showList(entries.finish())).toEqual({
    parts: [
      { provider: null, count: 1, ranges: ['192.0.2.1'] },
      { provider: 'Example', protocol: 'socks5', ranges: ['192.0.2.2', '192.0.2.3'] },
    ],
    accepted: 3,
    rejected: 0,
    rejectedExamples: [],
  })
})

it('names the whole list where a part names nobody', () => {
  const entries = collectEntries({ provider: 'Whole' })
  add(entries, entries.part(), '192.0.2.1')
  add(entries, entries.part({ provider: 'Part' }), '192.0.2.2')
  expect(entries.finish().parts.map(({ provider }) => provider)).toEqual(['Whole', 'Part'])
})

it('counts everything it could not read, and shows the first five', () => {
  const entries = collectEntries()
  const part = entries.part()
  add(entries, part, '192.0.2.1', 'a', 'b', 'c')
  entries.reject('d')
  add(entries, part, 'e', 'f', 'g')
  const { accepted, rejected, rejectedExamples } = entries.finish()
  expect({ accepted, rejected, rejectedExamples }).toEqual({
    accepted: 1,
    rejected: 7,
    rejectedExamples: ['a', 'b', 'c', 'd', 'e'],
  })
})

it('passes on what the file says of itself', () => {
  const entries = collectEntries()
  expect(entries.finish()).not.toHaveProperty('announced')
  entries.announce(12)
  expect(entries.finish().announced).toBe(12)
})

describe('a file of which nothing is understood', () => {
  it('is not of the format, and the message shows why', () => {
    const entries = collectEntries()
    add(entries, entries.part(), 'example.com', 'example.org')
    expect(() => entries.finish()).toThrow(ListFormatError)
    expect(() => entries.finish()).toThrow(
      'None of its 2 entries is one of this format; the first reads "example.com".',
    )
  })
  it('may still be empty', () => {
    expect(collectEntries().finish().accepted).toBe(0)
  })
})

describe('limits', () => {
  it('leave out what lies outside, without counting it', () => {
    const entries = collectEntries({ within: ['192.0.2.0/24', '2001:db8::/32'] })
    add(entries, entries.part(), '192.0.2.1', '198.51.100.1', '2001:db8::1', 'example.com')
    entries.announce(4)
    expect(entries.finish()).not.toHaveProperty('announced')
    expect(showList(entries.finish())).toMatchObject({
      parts: [{ ranges: ['192.0.2.1', '2001:db8::1'] }],
      accepted: 2,
      rejected: 1,
    })
  })
  it('that leave nothing make an empty list, not a wrong file', () => {
    const entries = collectEntries({ within: ['192.0.2.0/24'] })
    add(entries, entries.part(), '198.51.100.1', 'example.com')
    expect(entries.finish()).toMatchObject({ accepted: 0, parts: [], rejected: 1 })
  })
  it('must be blocks', () => {
    expect(() => collectEntries({ within: ['example.com'] })).toThrow('"example.com" is no CIDR block')
  })
})
