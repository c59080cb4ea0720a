import { expect, it } from 'vitest'
import { summed, type Told } from '../../test/fake-events.ts'
import { watchScrolling } from './watch-scrolling.ts'

const document = {}

/** What a page sums up that is scrolled to 100, 200, 300 ... px by its scroll events. */
function scrolled(events: readonly Told[]): readonly number[] {
  const page = { document, scrollX: 0, scrollY: 0 }
  const read = summed((add) => {
    const on = watchScrolling(page, add)
    const scroll: typeof on.scroll = (event) => {
      page.scrollY += 100
      on['scroll']?.(event)
    }
    return { ...on, scroll }
  }, events)
  return read('scrolls').slice(0, 2)
}

const scroll = (atMs: number): Told => ['scroll', atMs, { target: document }]

it.each<[promise: string, events: readonly Told[], scrolls: readonly number[]]>([
  ['a scroll after a wheel is the visitor’s', [['wheel', 0], scroll(16)], [1, 100]],
  ['so is one after a key', [['keydown', 0], scroll(16)], [1, 100]],
  ['so is one after a finger', [['touchmove', 0], scroll(16)], [1, 100]],
  ['so is one after a press', [['pointerdown', 0], scroll(16)], [1, 100]],
  ['a fling goes on', [['touchmove', 0], scroll(900), scroll(1800)], [2, 100]],
  ['a scroll without an input is a script’s', [scroll(16)], []],
  ['so is one long after the input', [['wheel', 0], scroll(1000)], []],
  ['what scrolls inside the page is not looked at', [['scroll', 16, { target: {} }]], []],
])('%s', (_promise, events, scrolls) => {
  expect(scrolled(events)).toEqual(scrolls)
})
