import { expect, it } from 'vitest'
import { gates } from './feed-defaults.ts'

it('lets nothing odd through unless a row says so', () => {
  expect(gates(10, 20)).toEqual({ entries: [10, 20], strays: 'refuse', changeMax: 0.3 })
})
