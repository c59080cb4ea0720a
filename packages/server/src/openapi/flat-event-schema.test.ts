import { toFlat } from '@tracio/contract'
import Schema from 'typebox/schema'
import { expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../../../contract/test/an-event.ts'
import { flatEventSchema } from './flat-event-schema.ts'

it('describes every field of the flat event, and no other', () => {
  expect(Object.keys(flatEventSchema.properties).sort()).toEqual(Object.keys(toFlat(anEvent)).sort())
})

it.each([
  ['an event', anEvent],
  ['an event of nobody', anEventOfNobody],
])('fits %s', (_name, event) => {
  expect(Schema.Compile(flatEventSchema).Errors(toFlat(event))).toEqual([true, []])
})

it('fits nothing that lacks a field', () => {
  const { ip: _ip, ...rest } = toFlat(anEvent)
  expect(Schema.Compile(flatEventSchema).Check(rest)).toBe(false)
})
