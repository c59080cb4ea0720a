import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { type InitDeps, initWith } from './init.ts'
import type { GivenOptions } from './options.ts'
import type { Work } from './work.ts'

const unused = (): Promise<never> => Promise.reject(new Error('unused'))
const noWork: Work = {
  identify: unused,
  collect: unused,
  consent: () => undefined,
  late: () => 'timeout',
  end: () => undefined,
}

const publicKey = 'tracio_pk_1'
function deps(g: Partial<Global> = {}, part: Partial<InitDeps> = {}): InitDeps {
  const page: Global = { document: {}, location: { origin: 'https://shop.example' }, ...g }
  return { g: page, atHome: {}, place: {}, work: () => noWork, ...part }
}

it('gives the live instance again, whatever the other options say', () => {
  const page = deps()
  const first = initWith(page, { publicKey })
  expect(initWith(page, { publicKey, endpoint: 'nonsense' })).toBe(first)
})

it('refuses another key, until the first is destroyed', () => {
  const page = deps()
  const first = initWith(page, { publicKey })
  expect(() => initWith(page, { publicKey: 'other' })).toThrow(expect.objectContaining({ code: 'multiple_keys' }))
  first.destroy()
  expect(initWith(page, { publicKey: 'other' }).publicKey).toBe('other')
})

it('starts anew after a destroy, with another account', () => {
  const seen: GivenOptions[] = []
  const page = deps(
    {},
    {
      work: (_settings, options) => {
        seen.push(options)
        return noWork
      },
    },
  )
  const first = initWith(page, { publicKey, linkedId: 'ada' })
  first.destroy()
  expect(initWith(page, { publicKey, linkedId: 'bob' })).not.toBe(first)
  expect(seen.map(({ linkedId }) => linkedId)).toEqual(['ada', 'bob'])
})

it.each([
  ['on a server, which renders pages of many keys', deps({}, { g: {} })],
  ['where somebody else keeps it', deps({}, { place: undefined })],
])('keeps nothing %s', (_name, page) => {
  expect(initWith(page, { publicKey })).not.toBe(initWith(page, { publicKey }))
  expect(initWith(page, { publicKey: 'other' }).publicKey).toBe('other')
})

it('takes from the script tag what the page does not say', () => {
  expect(initWith(deps({}, { atHome: { publicKey } })).publicKey).toBe(publicKey)
  expect(() => initWith(deps())).toThrow('publicKey')
})

it.each<[string, GivenOptions, readonly unknown[][]]>([
  ['nothing when not asked to', { publicKey, timeoutMs: -1 }, []],
  [
    'the options, without what names a person',
    { publicKey, debug: true, linkedId: 'ada', linkedIdSig: 'ab' },
    [['tracio: init', { publicKey, debug: true, linkedId: '[redacted]', linkedIdSig: '[redacted]' }]],
  ],
  [
    'a budget that makes no sense',
    { publicKey, debug: true, timeoutMs: 0 },
    [['tracio: init', { publicKey, debug: true, timeoutMs: 0 }], ['tracio: timeoutMs is 15000']],
  ],
])('logs %s', (_name, options, expected) => {
  const lines: unknown[][] = []
  initWith(deps({ console: { debug: (...what) => lines.push(what) } }), options)
  expect(lines).toEqual(expected)
})
