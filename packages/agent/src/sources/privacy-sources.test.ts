import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { privacySources } from './privacy-sources.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

const { clockMarks, cssSizes, hiddenBaits, privacyMarks, hardenedInterfaces } = privacySources

class EventAt {
  readonly timeStamp = 41
}

it('compares clocks', () => {
  const originMs = 1_700_000_000_000.25
  const g: Global = { performance: { now: () => 40, timeOrigin: originMs }, Event: EventAt }
  const { value } = clockMarks(g)
  expect(value).toMatchObject({ originMs: 0.25, eventMs: 1 })
  expect(value.wallMs).toBeCloseTo(Date.now() - originMs - 40, -3)
})

it('knows nothing of clocks that are not there', () => {
  expect(clockMarks({})).toEqual({ value: { originMs: null, eventMs: null, wallMs: null } })
})

const styled = (...matching: readonly string[]): Global => ({
  screen: { width: 1920, height: 1080 },
  innerWidth: 1400,
  innerHeight: 900,
  devicePixelRatio: 1.5,
  matchMedia: (query) => ({ matches: matching.includes(query) }),
})

it.each<[string, Global, unknown]>([
  [
    'style that agrees with script',
    styled(
      '(device-width:1920px)',
      '(device-height:1080px)',
      '(width:1400px)',
      '(height:900px)',
      '(resolution:1.5dppx)',
    ),
    { value: { 'device-width': true, 'device-height': true, width: true, height: true, resolution: true } },
  ],
  [
    'a screen of which only script was told',
    styled('(device-width:1400px)', '(width:1400px)', '(height:900px)', '(resolution:1dppx)'),
    { value: { 'device-width': false, 'device-height': false, width: true, height: true, resolution: false } },
  ],
  ['no media queries', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(cssSizes(g)).toEqual(expected)
})

/** A page in which elements of these classes are hidden, and what hangs on its root. */
function blocking(...hidden: readonly string[]): { readonly g: Global; readonly attached: Set<unknown> } {
  const attached = new Set<unknown>()
  const createElementNS = () => {
    const element = {
      className: '',
      style: { cssText: '' },
      append: () => undefined,
      remove: () => attached.delete(element),
      get offsetHeight() {
        return hidden.includes(this.className) ? 0 : 9
      },
    }
    return element
  }
  const documentElement = {
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    append: (node: unknown) => attached.add(node),
  }
  return { g: { document: { documentElement, createElementNS } }, attached }
}

it.each<[string, readonly string[], unknown]>([
  ['nothing is hidden', [], { value: [] }],
  ['a blocker hides two', ['adsbygoogle', 'ad-slot'], { value: ['adsbygoogle', 'ad-slot'] }],
  ['nothing is laid out at all', ['', 'adsbygoogle'], { absent: 'unavailable' }],
])('%s, and no bait stays behind', (_name, hidden, expected) => {
  const { g, attached } = blocking(...hidden)
  expect(hiddenBaits(g)).toEqual(expected)
  expect(attached.size).toBe(0)
})

it.each<[string, unknown, unknown]>([
  ['no document to lay baits in', hiddenBaits({}), { absent: 'unavailable' }],
  [
    'marks of Brave',
    privacyMarks(holding({ braveEthereum: {}, ethereum: { isBraveWallet: true } })),
    { value: ['braveEthereum', 'ethereum.isBraveWallet'] },
  ],
  ['no marks', privacyMarks({}), { value: [] }],
  ['a browser that was hardened', hardenedInterfaces(holding({ FileReader: 1 })), { value: ['FileReader'] }],
])('%s', (_name, sample, expected) => {
  expect(sample).toEqual(expected)
})
