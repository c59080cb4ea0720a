import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { codecs } from './codecs.ts'

const playing = (canPlayType: (type: string) => string): Global => ({
  Audio: class {
    readonly canPlayType = canPlayType
  },
})

it('asks with the codec in quotes, and tells without them', () => {
  const asked: string[] = []
  const sample = codecs(
    playing((type) => {
      asked.push(type)
      return type === 'video/mp4; codecs="av01.0.04M.08"' ? 'probably' : ''
    }),
  )
  expect(asked).toContain('audio/aac')
  expect(sample).toMatchObject({ value: { 'video/mp4; codecs=av01.0.04M.08': 'probably', 'audio/aac': '' } })
  expect(asked.length).toBe(new Set(asked).size)
})

it.each<[string, Global]>([
  ['a browser built without media', { Audio: class {} }],
  ['a worker', {}],
])('is unavailable in %s', (_name, g) => {
  expect(codecs(g)).toEqual({ absent: 'unavailable' })
})
