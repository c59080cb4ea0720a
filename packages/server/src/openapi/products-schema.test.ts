import { toProducts } from '@tracio/contract'
import Schema from 'typebox/schema'
import { expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../../../contract/test/an-event.ts'
import { productsSchema } from './products-schema.ts'

const schema = Schema.Compile(productsSchema)

it.each([
  ['an event', anEvent],
  ['an event of nobody', anEventOfNobody],
])('fits %s', (_name, event) => {
  expect(schema.Errors(toProducts(event))).toEqual([true, []])
})

it('fits no product without a status', () => {
  const view = toProducts(anEvent)
  const vpn = { evidence: [], data: { result: false } }
  expect(schema.Check({ ...view, products: { ...view.products, vpn } })).toBe(false)
  expect(schema.Check({ ...view, products: { ...view.products, vpn: { ...vpn, status: 'clear' } } })).toBe(true)
})
