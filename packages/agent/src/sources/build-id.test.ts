import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { buildId } from './build-id.ts'

it.each<[string, Global, unknown]>([
  ['Firefox', { navigator: { buildID: '20181001000000' } }, { value: '20181001000000' }],
  ['a browser without it', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(buildId(g)).toEqual(expected)
})
