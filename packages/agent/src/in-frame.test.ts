import { expect, it } from 'vitest'
import { framing } from '../test/fake-frame.ts'
import { inFrame } from './in-frame.ts'

const document = { body: null, createElement: () => expect.unreachable() }

it('reads in the window of a frame, and leaves none behind', () => {
  const { g, attached } = framing({ document, window: { navigator: { webdriver: true } } })
  expect(inFrame(g, (w) => w.navigator?.webdriver)).toEqual({ value: true })
  expect(attached.size).toBe(0)
})

it('looks at no window whose document is kept from it, where every property is a SecurityError', () => {
  const { g } = framing({ document: null, window: { navigator: { webdriver: true } } })
  expect(inFrame(g, () => expect.unreachable())).toEqual({ absent: 'unavailable' })
})

it('is unavailable where there are no frames', () => {
  expect(inFrame({}, () => expect.unreachable())).toEqual({ absent: 'unavailable' })
})
