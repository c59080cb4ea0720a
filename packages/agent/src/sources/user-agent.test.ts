import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { userAgent } from './user-agent.ts'

it.each<[string, Global, unknown]>([
  ['hands the name on as it is', { navigator: { userAgent: 'Any/1.0 (thing)' } }, { value: 'Any/1.0 (thing)' }],
  ['a browser that says nothing says the empty string', { navigator: { userAgent: '' } }, { value: '' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(userAgent(g)).toEqual(expected)
})
