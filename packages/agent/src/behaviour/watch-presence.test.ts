import { expect, it } from 'vitest'
import { eventOf, type Told } from '../../test/fake-events.ts'
import { createSummaries } from './summaries.ts'
import { watchPresence } from './watch-presence.ts'

function watched(visibilityState?: string) {
  const document = { visibilityState }
  const page = visibilityState === undefined ? {} : { document: document as { visibilityState: string } }
  const { add, read } = createSummaries()
  const { on, hiddenMs } = watchPresence(page, add, 100)
  const tell = (...told: Told): void => on[told[0]]?.(eventOf(told))
  const turn = (atMs: number, to: string): void => {
    document.visibilityState = to
    tell('visibilitychange', atMs)
  }
  return { page, tell, turn, hiddenMs, away: () => read('awayTime').slice(0, 2) }
}

it('measures from the loss of the window’s focus to its return', () => {
  const { page, tell, away } = watched('visible')
  tell('focus', 150, { target: page })
  tell('blur', 200, { target: page })
  tell('focus', 900, { target: page })
  tell('focus', 950, { target: page })
  expect(away()).toEqual([1, 700])
})

it('takes the focus of fields for nothing', () => {
  const { tell, away } = watched('visible')
  tell('blur', 200, { target: {} })
  tell('focus', 900, { target: {} })
  expect(away()).toEqual([])
})

it.each([
  ['is nothing for a page that is seen', 'visible', [], 0],
  ['begins with a page that is hidden from the start', 'hidden', [], 900],
  ['ends when the page is seen', 'hidden', [[300, 'visible']], 200],
  [
    'adds up',
    'visible',
    [
      [200, 'hidden'],
      [300, 'visible'],
      [700, 'hidden'],
    ],
    400,
  ],
  ['is nothing where there is no document', undefined, [], 0],
] as const)('the hidden time %s', (_promise, state, turns, ms) => {
  const { turn, hiddenMs } = watched(state)
  for (const [atMs, to] of turns) turn(atMs, to)
  expect(hiddenMs(1000)).toBe(ms)
})
