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
      return type === 'video/webm; codecs="vp09.00.10.08"' ? 'probably' : ''
    }),
  )
  expect(asked).toContain('audio/aac')
  expect(sample).toMatchObject({ value: { 'video/webm; codecs=vp09.00.10.08': 'probably', 'audio/aac': '' } })
  expect(asked.length).toBe(new Set(asked).size)
})

it.each<[string, Global]>([
  ['a browser built without media', { Audio: class {} }],
  ['a worker', {}],
])('is unavailable in %s', (_name, g) => {
  expect(codecs(g)).toEqual({ absent: 'unavailable' })
})
