import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { privacySources } from './privacy-sources.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

const { clockMarks, hiddenBaits, privacyMarks } = privacySources

class EventAt {
  readonly timeStamp = 41
}

const originMs = 1_700_000_000_000.25

it('compares clocks', () => {
  const sample = clockMarks({ performance: { now: () => 40, timeOrigin: originMs }, Event: EventAt })
  const wallMs = expect.closeTo(Date.now() - originMs - 40, -3)
  expect(sample).toEqual({ value: { originMs: 0.25, eventMs: 1, wallMs } })
})

it.each<[string, Global]>([
  ['no clock', { Event: EventAt }],
  ['no origin', { performance: { now: () => 40 }, Event: EventAt }],
  ['no events', { performance: { now: () => 40, timeOrigin: originMs } }],
])('is unavailable with %s', (_name, g) => {
  expect(clockMarks(g)).toEqual({ absent: 'unavailable' })
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
  ['a blocker hides two', ['adsbygoogle', 'banner_ad'], { value: ['adsbygoogle', 'banner_ad'] }],
  ['nothing is laid out at all', ['', 'adsbygoogle'], { absent: 'unavailable' }],
])('%s, and no bait stays behind', (_name, hidden, expected) => {
  const { g, attached } = blocking(...hidden)
  expect(hiddenBaits(g)).toEqual(expected)
  expect(attached.size).toBe(0)
})

it.each<[string, unknown, unknown]>([
  ['no document to lay baits in', hiddenBaits({}), { absent: 'unavailable' }],
  [
    'marks of makers',
    privacyMarks(holding({ ethereum: { isBraveWallet: true }, navigator: { duckduckgo: {} } })),
    { value: ['ethereum.isBraveWallet', 'navigator.duckduckgo'] },
  ],
  ['no marks', privacyMarks({}), { value: [] }],
])('%s', (_name, sample, expected) => {
  expect(sample).toEqual(expected)
})
