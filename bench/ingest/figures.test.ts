import { expect, it } from 'vitest'
import { beside, latency, steps, storage } from './figures.ts'

it('compares medians, so that one noisy round decides nothing', () => {
  const floor = [1000, 1000, 10].map((perSecond) => ({ perSecond, cpuUsPerRequest: 100 }))
  const whole = [500, 400, 9000].map((perSecond) => ({ perSecond, cpuUsPerRequest: 200 }))
  expect(beside(whole, floor).map(({ ratio, ok }) => [ratio, ok])).toEqual([
    [0.5, true],
    [2, true],
  ])
})

it('judges the median of the tails and tells the worst', () => {
  const round = (tail: number): number[] => [...Array(99).fill(1), tail]
  const figures = latency([round(5), round(50), round(9)], [round(2), round(4), round(3)], 1000)
  const [, p50, p99, worst, floor, floorWorst] = figures
  expect([p50?.figure, p99?.figure, p99?.ok, worst?.figure]).toEqual([1, 9, true, 50])
  expect([floor?.figure, floorWorst?.figure]).toEqual([3, 4])
})

it('shares the time of the steps among the requests', () => {
  expect(steps({ open: 10 }, { open: 30 }, 100)).toMatchObject([{ name: 'CPU of step open', figure: 200 }])
})

it('misses its bar when an answer is not stored as it was given, or an event has no answer', () => {
  const disk = { events: 2, bytesPerEvent: 1, readingsBytes: 1, eventBytes: 1, observationsBytes: 1 }
  const hit = {
    machine: { canvas: { winding: true, geometry: '', text: '' }, audioSum: 1 },
    status: 200,
    requestId: 'a',
    visitorId: 'v',
    found: true,
    cookie: undefined,
    ms: 1,
  }
  const ok = (visitorOf: Map<string, string>): unknown[] =>
    storage({ ...disk, visitorOf }, [hit])
      .slice(-2)
      .map((one) => one.ok)
  expect(
    ok(
      new Map([
        ['a', 'v'],
        ['b', 'w'],
      ]),
    ),
  ).toEqual([true, false])
  expect(
    storage({ ...disk, events: 1, visitorOf: new Map([['a', 'w']]) }, [hit])
      .slice(-2)
      .map((one) => one.ok),
  ).toEqual([false, true])
})
