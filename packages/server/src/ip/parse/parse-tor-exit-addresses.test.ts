import { expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'

const LIST = `@type tordnsel 1.0
Downloaded 2026-10-30 13:02:00
ExitNode 0000000000000000000000000000000000000001
Published 2026-10-30 00:10:50
LastStatus 2026-10-30 10:00:00
ExitAddress 192.0.2.1 2026-10-30 10:21:54
ExitAddress 2001:db8::1 2026-10-30 10:21:55
ExitNode 0000000000000000000000000000000000000002
ExitAddress nowhere 2026-10-30 10:21:55
192.0.2.2
`

it('reads the addresses that exits were seen at, and nothing else', () => {
  expect(readList('tor_exit_addresses', LIST, { provider: 'Tor' })).toEqual({
    parts: [{ provider: 'Tor', ranges: ['192.0.2.1', '2001:db8::1'] }],
    accepted: 2,
    rejected: 2,
    rejectedExamples: ['ExitAddress nowhere 2026-10-30 10:21:55', '192.0.2.2'],
  })
})
