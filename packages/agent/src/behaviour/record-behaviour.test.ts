import { expect, it } from 'vitest'
import { eventOf, move, type Told } from '../../test/fake-events.ts'
import type { Global } from '../global.ts'
import type { WatchedEvent } from './behaviour-extras.ts'
import { recordBehaviour } from './record-behaviour.ts'

/** A window whose clock stands where the test puts it. */
function aWindow() {
  const listeners = new Map<string, (event: WatchedEvent) => void>()
  const clock = { ms: 1000 }
  const options: unknown[] = []
  const g: Global = {
    performance: { now: () => clock.ms },
    addEventListener: (type, listener, how) => {
      options.push(how)
      listeners.set(type, listener)
    },
    removeEventListener: (type, listener) => {
      if (listeners.get(type) === listener) listeners.delete(type)
    },
  }
  const tell = (...told: Told): void => listeners.get(told[0])?.(eventOf(told))
  return { g, clock, options, listeners, tell }
}

it('counts the browser’s events apart from those that scripts make, and measures the former alone', () => {
  const { g, tell } = aWindow()
  const { trusted, synthetic, summary } = recordBehaviour(g)
  const made = { isTrusted: false }
  tell(...move(1010, 0, 0))
  tell(...move(1020, 5, 0))
  tell(...move(1030, 900, 0, made))
  tell('click', 1040, made)
  tell('keydown', 1050)
  expect([trusted, synthetic]).toEqual([
    { pointermove: 2, keydown: 1 },
    { pointermove: 1, click: 1 },
  ])
  expect(summary('moveStep')).toEqual([1, 5, 0, 5, 5])
})

it('notes when the first trusted event of each type came, never before the watching', () => {
  const { g, tell } = aWindow()
  const { firstMs } = recordBehaviour(g)
  tell('click', 1200, { isTrusted: false })
  tell('click', 1500)
  tell('click', 1600)
  tell('wheel', 990)
  expect(firstMs).toEqual({ click: 500, wheel: 0 })
})

it('knows how long it has watched', () => {
  const { g, clock } = aWindow()
  const { time } = recordBehaviour(g)
  clock.ms = 3500.4
  expect(time()).toEqual({ watchedMs: 2500, hiddenMs: 0 })
})

it('is never in the way: passive, and gone at the end', () => {
  const { g, options, listeners } = aWindow()
  const { end } = recordBehaviour(g)
  expect(options).toEqual(Array(listeners.size).fill({ capture: true, passive: true }))
  expect([...listeners.keys()].filter((type) => /unload/.test(type))).toEqual([])
  end()
  expect(listeners.size).toBe(0)
})
