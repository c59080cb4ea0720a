import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'
import { ListFormatError } from './list-format-error.ts'

const LIST = `<?xml version="1.0"?>
<servers count="5">
  <server name="a.example.com" ip="192.0.2.1" status="1" visible="1" />
  <server visible='1' status = '1' ip = '192.0.2.2' name='b.example.com'></server>
  <server name="off.example.com" ip="192.0.2.3" status="0" visible="1" />
  <server name="hidden.example.com" ip="192.0.2.4" status="1" visible="0" />
  <server name="plain.example.com" ip="2001:db8::1"/>
  <server name="nameless.example.com" zip="192.0.2.5" />
  <serverGroup ip="192.0.2.6" />
</servers>
`

it('reads the servers that are in use', () => {
  expect(readList('wlvpn_xml', LIST)).toEqual({
    parts: [{ provider: null, ranges: ['192.0.2.1', '192.0.2.2', '2001:db8::1'] }],
    accepted: 3,
    rejected: 1,
    rejectedExamples: ['<server name="nameless.example.com" zip="192.0.2.5" /'],
  })
})

describe('refuses', () => {
  it.each([
    ['another document', '<rss><item ip="192.0.2.1"/></rss>'],
    ['text', '192.0.2.1'],
    ['nothing', ''],
    ['an element that never ends', '<server ip="192.0.2.1"'],
  ])('%s', (_, text) => {
    expect(() => readList('wlvpn_xml', text)).toThrow(ListFormatError)
  })
})

it('is not slow on what is built to be', () => {
  const before = performance.now()
  expect(() => readList('wlvpn_xml', '<server '.repeat(500_000))).toThrow(ListFormatError)
  readList('wlvpn_xml', `<server ip="192.0.2.1"/>${`<server ${' ip="'.repeat(2000)}>`.repeat(20)}`)
  expect(performance.now() - before).toBeLessThan(5000)
})
