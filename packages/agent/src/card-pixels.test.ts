import { expect, it } from 'vitest'
import { fillableCard } from '../test/fillable-card.ts'
import { cardPixels } from './card-pixels.ts'

const g = { setTimeout: (callback: () => void) => setTimeout(callback, 0) }

it('waits for the card and gives what it read', async () => {
  const colour = [0, 102, 255, 255]
  expect(await cardPixels(g, fillableCard({ looks: 3, colour }), 1)).toEqual(Uint8Array.from(colour))
})

it.each([
  ['is lost meanwhile', fillableCard({ lost: true })],
  ['never ends', fillableCard({ looks: Number.POSITIVE_INFINITY })],
])('gives nothing when the context %s', async (_name, gl) => {
  expect(await cardPixels(g, gl, 1)).toBeUndefined()
})
