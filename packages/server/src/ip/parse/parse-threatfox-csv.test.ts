import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

const row = (value: string, kind: string): string =>
  `"2026-09-20 10:00:00", "1", "${value}", "${kind}", "botnet_cc", "win.invented", "A,B", "Invented", "", "75", "x", "0", "ada"`

const HEADER = `################################################################
# ThreatFox IOCs: recent                                        #
################################################################
#
# "first_seen_utc","ioc_id","ioc_value","ioc_type","threat_type"
`

it('reads addresses with a port', () => {
  const rows = [row('192.0.2.1:443', 'ip:port'), row('[2001:db8::7]:80', 'ip:port'), '# Number of entries: 2']
  expect(readList('threatfox_csv', HEADER + rows.join('\r\n'))).toEqual({
    parts: [{ provider: null, ranges: ['192.0.2.1', '2001:db8::7'] }],
    accepted: 2,
    rejected: 0,
    rejectedExamples: [],
    announced: 2,
  })
})

it('leaves out other kinds, and then their number too', () => {
  const rows = [row('192.0.2.1:443', 'ip:port'), row('example.com', 'domain'), row('https://example.com/x', 'url')]
  const list = readList('threatfox_csv', `${HEADER}${rows.join('\n')}\n# Number of entries: 3\n`)
  expect(list).toMatchObject({ accepted: 1, rejected: 0 })
  expect(list).not.toHaveProperty('announced')
})

describe('rejects', () => {
  it.each([row('example.com:443', 'ip:port'), row('192.0.2.1:99999', 'ip:port'), '"2026-09-20", "1"', 'noise'])(
    '%s',
    (line) => {
      expect(readList('threatfox_csv', `${row('192.0.2.1:1', 'ip:port')}\n${line}`)).toMatchObject({
        accepted: 1,
        rejected: 1,
      })
    },
  )
})
