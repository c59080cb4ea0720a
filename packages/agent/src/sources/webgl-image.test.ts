import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import { fakeCard } from '../../test/fake-card.ts'
import { murmur128 } from '../murmur.ts'
import { CANVAS_PX } from '../webgl-context.ts'
import { webglImage } from './webgl-image.ts'

it('digests the pixels when the card says that it is done, and fetches none before', async () => {
  const { gl, asked } = fakeCard(3)
  const value = murmur128(new Uint8Array(CANVAS_PX ** 2 * 4).fill(7))
  expect(await webglImage(withCanvas({ webgl2: gl }))).toEqual({ value })
  expect(asked.filter((name) => name === 'getBufferSubData')).toHaveLength(1)
})

it.each([
  ['a card that is never done', withCanvas({ webgl2: fakeCard(Number.POSITIVE_INFINITY).gl })],
  ['a card that was lost', withCanvas({ webgl2: { ...fakeCard(1).gl, isContextLost: () => true } })],
  ['a context that cannot fence', withCanvas({ webgl2: graphics({ 7938: 'WebGL 2.0' }) })],
  ['WebGL 1 alone', withCanvas({ webgl: graphics({}) })],
  ['no document', {}],
])('is unavailable with %s', async (_name, g) => {
  expect(await webglImage(g)).toEqual({ absent: 'unavailable' })
})
