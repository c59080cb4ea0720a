import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { languages } from './languages.ts'

it.each<[string, Global, unknown]>([
  ['several, in their order', { navigator: { languages: ['pt-BR', 'pt', 'en'] } }, { value: ['pt-BR', 'pt', 'en'] }],
  ['none, as some automation has it', { navigator: { languages: [] } }, { value: [] }],
  ['a navigator without it', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(languages(g)).toEqual(expected)
})
