import { expect, it } from 'vitest'
import { framing, type Inside } from '../../test/fake-frame.ts'
import type { FrameWindow } from '../global.ts'
import { iframeWebdriver } from './iframe-webdriver.ts'

/** What a sandboxed page sees of its frames. */
const forbidden: FrameWindow = {
  get navigator(): never {
    throw new DOMException('another origin', 'SecurityError')
  },
}

it.each<[string, Inside, unknown]>([
  ['a driven browser', { window: { navigator: { webdriver: true } } }, { value: true }],
  ['a person', { window: { navigator: { webdriver: false } } }, { value: false }],
  ['a tool that deletes the property in frames too', { window: { navigator: {} } }, { absent: 'unavailable' }],
  ['a frame without a window', {}, { absent: 'unavailable' }],
  ['a frame of another origin', { document: null, window: forbidden }, { absent: 'unavailable' }],
])('%s, and leaves nothing behind', (_name, inside, expected) => {
  const { g, attached } = framing(inside)
  expect(iframeWebdriver(g)).toEqual(expected)
  expect(attached.size).toBe(0)
})

it('does not take the window for its frame', () => {
  expect(iframeWebdriver({ navigator: { webdriver: true } })).toEqual({ absent: 'unavailable' })
})
