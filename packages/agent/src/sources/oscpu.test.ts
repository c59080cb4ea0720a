import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { oscpu } from './oscpu.ts'

it.each<[string, Global, unknown]>([
  ['Firefox', { navigator: { oscpu: 'Linux x86_64' } }, { value: 'Linux x86_64' }],
  ['a browser without it', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(oscpu(g)).toEqual(expected)
})
