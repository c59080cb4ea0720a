import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { mediaSources } from './media-sources.ts'

/** Chromium with the decryption module of Chrome, as far as it is asked. */
const chrome = (asked: string[] = []): Global =>
  Object.assign(
    { webkitRequestAnimationFrame: 0 },
    {
      navigator: {
        requestMediaKeySystemAccess: async (system: string, [keys]: readonly MediaKeySystemConfiguration[]) => {
          asked.push(`${system} ${keys?.videoCapabilities?.[0]?.robustness}`)
          expect(keys).toMatchObject({ distinctiveIdentifier: 'not-allowed', persistentState: 'not-allowed' })
          if (!/clearkey|SW_SECURE/.test(asked.at(-1) ?? '')) throw new DOMException('no', 'NotSupportedError')
          return {}
        },
      },
    },
  )

it('tells which key systems and levels there are', async () => {
  expect(await mediaSources.drm(chrome())).toEqual({
    value: ['org.w3.clearkey', 'com.widevine.alpha:SW_SECURE_CRYPTO'],
  })
})

it('asks Firefox for ClearKey alone, because a bar would tell its user of the others', async () => {
  const asked: string[] = []
  const { navigator } = chrome(asked)
  expect(await mediaSources.drm(navigator ? { navigator } : {})).toEqual({ value: ['org.w3.clearkey'] })
  expect(asked).toEqual(['org.w3.clearkey '])
})

it('does not ask where the policy of the page forbids it, because Chromium would complain', async () => {
  const asked: string[] = []
  const document = { featurePolicy: { allowsFeature: () => false } }
  expect(await mediaSources.drm({ ...chrome(asked), document })).toEqual({ absent: 'denied' })
  expect(asked).toEqual([])
})

const typed = (...known: string[]) => ({ isTypeSupported: (type: string) => known.includes(type) })

it.each<[keyof typeof mediaSources, string, Global, unknown]>([
  ['drm', 'WebKitGTK', { navigator: {} }, { absent: 'unavailable' }],
  ['streamTypes', 'an iPhone', { ManagedMediaSource: typed('audio/aac') }, { value: ['audio/aac'] }],
  ['streamTypes', 'a window', { MediaSource: typed('video/quicktime') }, { value: ['video/quicktime'] }],
  ['streamTypes', 'no media', {}, { absent: 'unavailable' }],
])('%s: %s', async (name, _who, g, expected) => {
  expect(await mediaSources[name](g)).toEqual(expected)
})
