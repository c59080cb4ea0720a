import { expect, it } from 'vitest'
import { type Watchers, watchTogether } from './watch.ts'

it('tells what all have seen whenever it is asked, by wire id, and stops them', () => {
  let seen = 1
  const ended: string[] = []
  const watchers: Watchers = {
    cores: () => ({ read: () => ({ value: seen }), stop: () => void ended.push('cores') }),
    oscpu: () => ({ read: () => ({ absent: 'unavailable' }), stop: () => void ended.push('oscpu') }),
  }
  const watching = watchTogether(watchers, {})
  watching.start()
  seen = 5
  expect(watching.seen()).toEqual({ values: { s7: 5 }, gaps: { s30: -1 } })
  watching.stop()
  expect([ended, watching.seen()]).toEqual([['cores', 'oscpu'], { values: {}, gaps: {} }])
})

it('starts once, and anew only after it was stopped', () => {
  let starts = 0
  const watching = watchTogether(
    { cores: () => ({ read: () => ({ value: starts }), stop: () => undefined, ...{ started: starts++ } }) },
    {},
  )
  watching.start()
  watching.start()
  expect(starts).toBe(1)
  watching.stop()
  watching.start()
  expect(starts).toBe(2)
})

it('makes a failure the gap of the one that failed', () => {
  const failing = (): never => {
    throw new Error('odd')
  }
  const watching = watchTogether(
    {
      cores: failing,
      oscpu: () => ({ read: failing, stop: () => undefined }),
      vendor: () => ({ read: () => ({ value: 'v' }), stop: () => undefined }),
    },
    {},
  )
  watching.start()
  expect(watching.seen()).toEqual({ values: { s14: 'v' }, gaps: { s7: -3, s30: -3 } })
  watching.stop()
})
