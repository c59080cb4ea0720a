import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { networkSources } from './network-sources.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

const { pageTransport, networkInterfaces, online } = networkSources
const loaded = (...entries: readonly object[]): Global => ({ performance: { getEntriesByType: () => entries } })

it('tells how the page came, and null for what the browser leaves out', () => {
  const g = loaded({
    type: 'reload',
    nextHopProtocol: 'h3',
    connectStart: 1.5,
    responseStart: 20,
    transferSize: 0,
    name: 'https://shop.example/?q=1',
  })
  expect(pageTransport(g)).toEqual({
    value: {
      type: 'reload',
      nextHopProtocol: 'h3',
      redirectCount: null,
      connectStart: 1.5,
      secureConnectionStart: null,
      connectEnd: null,
      requestStart: null,
      responseStart: 20,
      encodedBodySize: null,
      transferSize: 0,
    },
  })
})

it.each<[string, unknown, unknown]>([
  ['no entry', pageTransport(loaded()), { absent: 'unavailable' }],
  ['no timing', pageTransport({}), { absent: 'unavailable' }],
  [
    'interfaces of a newer Chromium',
    networkInterfaces(holding({ WebTransport: 1, fetchLater: 1 })),
    { value: ['WebTransport', 'fetchLater'] },
  ],
  ['no interfaces', networkInterfaces({}), { value: [] }],
  ['offline', online({ navigator: { onLine: false } }), { value: false }],
  ['nobody says', online({}), { absent: 'unavailable' }],
])('%s', (_name, sample, expected) => {
  expect(sample).toEqual(expected)
})
