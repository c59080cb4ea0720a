import { expect, it } from 'vitest'
import { jsonWith } from './json-with.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it.each([
  [{ ok: true }, '[]', '{"ok":true,"data":[]}'],
  [{ next: null, name: 'é"' }, '[{"a":"é"}]', '{"next":null,"name":"é\\"","data":[{"a":"é"}]}'],
  [{ a: { b: [1] } }, '{}', '{"a":{"b":[1]},"data":{}}'],
])('adds to %j the member %s', (members, json, whole) => {
  expect(jsonWith(members, 'data', bytes(json)).toString()).toBe(whole)
})

it('quotes the name', () => {
  expect(JSON.parse(jsonWith({ a: 1 }, 'b"c', bytes('2')).toString())).toEqual({ a: 1, 'b"c': 2 })
})
