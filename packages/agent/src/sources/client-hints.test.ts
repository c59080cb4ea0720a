import { expect, it } from 'vitest'
import type { Global, UserAgentData } from '../global.ts'
import { clientHints } from './client-hints.ts'

const low = { brands: [{ brand: 'Chromium', version: '156' }], mobile: false, platform: 'Linux' }
const high = {
  architecture: 'x86',
  bitness: '64',
  model: '',
  platformVersion: '6.12.0',
  fullVersionList: [{ brand: 'Chromium', version: '156.0.8078.79' }],
  wow64: false,
}

const answering = (getHighEntropyValues: NonNullable<UserAgentData['getHighEntropyValues']>): Global => ({
  navigator: { userAgentData: { ...low, getHighEntropyValues } },
})
const refusing = (name: string): Global => answering(() => Promise.reject(new DOMException('not today', name)))

it.each<[string, Global, unknown]>([
  ['all details', answering(async () => high), { value: { ...low, ...high } }],
  ['only what was asked for', answering(async () => ({ ...high, uaFullVersion: '1' })), { value: { ...low, ...high } }],
  [
    'a browser that keeps the model back',
    answering(async () => ({ bitness: '64' })),
    { value: { ...low, bitness: '64' } },
  ],
  ['a browser that refuses', refusing('NotAllowedError'), { value: low }],
  ['a browser without details', { navigator: { userAgentData: low } }, { value: low }],
  ['plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await clientHints(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(clientHints(refusing('DataError'))).rejects.toThrow('not today')
})
