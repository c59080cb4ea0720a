import { expect, it } from 'vitest'
import { feedIds } from './feed-ids.ts'

it('reads ids, and nothing from nothing', () => {
  expect(feedIds('')).toEqual({ value: [] })
  expect(feedIds(' ipsum , mullvad,')).toEqual({ value: ['ipsum', 'mullvad'] })
})

it('names what is no feed', () => {
  expect(feedIds('ipsum,ipsun')).toMatchObject({ wrong: expect.stringContaining('ipsun (') })
})
