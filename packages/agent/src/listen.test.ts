import { expect, it } from 'vitest'
import { listen } from './listen.ts'

it('calls back for events of all types until it is ended', () => {
  const target = new EventTarget()
  const seen: string[] = []
  const end = listen(target, 'seen heard', ({ type }) => void seen.push(type))
  for (const type of ['heard', 'felt', 'seen']) target.dispatchEvent(new Event(type))
  end()
  target.dispatchEvent(new Event('seen'))
  expect(seen).toEqual(['heard', 'seen'])
})

it('does nothing where nothing tells of events', () => {
  expect(listen(undefined, 'seen', () => undefined)()).toBeUndefined()
  expect(listen({}, 'seen', () => undefined)()).toBeUndefined()
})
