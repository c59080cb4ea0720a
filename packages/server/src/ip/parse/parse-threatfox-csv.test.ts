import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

const row = (value: string, kind: string, confidence = '75'): string =>
  `"2026-09-20 10:00:00", "1", "${value}", "${kind}", "botnet_cc", "win.invented", "A,B", "Invented", "", "${confidence}", "False", "x", "None", "0", "ada"`

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

it('leaves out what its reporter is not sure of, and holds the number of entries against the rest', () => {
  const levels = ['0', '50', '74', '75', '100']
  const rows = levels.map((level, at) => row(`192.0.2.${at}:443`, 'ip:port', level))
  expect(readList('threatfox_csv', `${rows.join('\n')}\n# Number of entries: 5\n`)).toMatchObject({
    parts: [{ ranges: ['192.0.2.3', '192.0.2.4'] }],
    ...{ accepted: 2, rejected: 0, announced: 2 },
  })
  expect(readList('threatfox_csv', `${rows.join('\n')}\n# Number of entries: 9\n`)).toMatchObject({ announced: 6 })
})

it('leaves out other kinds, and takes them off the number of entries', () => {
  const rows = [row('192.0.2.1:443', 'ip:port'), row('example.com', 'domain'), row('https://example.com/x', 'url')]
  const list = readList('threatfox_csv', `${HEADER}${rows.join('\n')}\n# Number of entries: 3\n`)
  expect(list).toMatchObject({ accepted: 1, rejected: 0, announced: 1 })
})

describe('rejects', () => {
  it.each([
    row('example.com:443', 'ip:port'),
    row('192.0.2.1:99999', 'ip:port'),
    row('192.0.2.1:443', 'ip:port', 'high'),
    '"2026-09-20", "1"',
    'noise',
  ])('%s', (line) => {
    expect(readList('threatfox_csv', `${row('192.0.2.1:1', 'ip:port')}\n${line}`)).toMatchObject({
      accepted: 1,
      rejected: 1,
    })
  })
})

it('takes what a file names that has no column for how sure anybody is', () => {
  const short = '"2026-09-20 10:00:00", "1", "192.0.2.1:443", "ip:port", "botnet_cc", "invented"'
  expect(readList('threatfox_csv', HEADER + short).accepted).toBe(1)
})
