import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { mediaDeviceKinds } from './media-device-kinds.ts'

const having = (...kinds: readonly string[]): Global => ({
  navigator: { mediaDevices: { enumerateDevices: async () => kinds.map((kind) => ({ kind, label: 'secret' })) } },
})
const refusing = (name: string): Global => ({
  navigator: { mediaDevices: { enumerateDevices: () => Promise.reject(new DOMException('no', name)) } },
})

it.each<[string, Global, unknown]>([
  [
    'a laptop, counted and not named',
    having('audioinput', 'videoinput', 'audiooutput', 'audiooutput'),
    { value: { audioinput: 1, videoinput: 1, audiooutput: 2 } },
  ],
  ['a server', having(), { value: { audioinput: 0, videoinput: 0, audiooutput: 0 } }],
  ['a kind of the future', having('smell'), { value: { audioinput: 0, videoinput: 0, audiooutput: 0, smell: 1 } }],
  ['a policy that forbids it', refusing('NotAllowedError'), { absent: 'denied' }],
  ['a document that is going away', refusing('InvalidStateError'), { absent: 'denied' }],
  ['a plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await mediaDeviceKinds(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(mediaDeviceKinds(refusing('DataError'))).rejects.toThrow('no')
})
