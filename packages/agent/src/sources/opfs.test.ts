import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { opfs } from './opfs.ts'

const opening = (getDirectory: () => Promise<{ kind: string }>): Global => ({
  navigator: { storage: { getDirectory } },
})
const refusing = (name: string): Global => opening(() => Promise.reject(new DOMException('no', name)))

it.each<[string, Global, unknown]>([
  ['a window that may store', opening(async () => ({ kind: 'directory' })), { value: 'directory' }],
  ['a private window of Firefox', refusing('SecurityError'), { value: 'SecurityError' }],
  ['a private window of Safari', refusing('UnknownError'), { value: 'UnknownError' }],
  ['an older browser', { navigator: { storage: {} } }, { absent: 'unavailable' }],
  ['a plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await opfs(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(opfs(refusing('DataError'))).rejects.toThrow('no')
})
