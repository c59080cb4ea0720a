import { expect, it } from 'vitest'
import { summed, type Told } from '../../test/fake-events.ts'
import { watchKeys } from './watch-keys.ts'

const down = (atMs: number, repeat = false): Told => ['keydown', atMs, { repeat }]
const up = (atMs: number): Told => ['keyup', atMs]

it.each<[promise: string, events: readonly Told[], dwell: readonly number[], interval: readonly number[]]>([
  ['measures a lone key', [down(0), up(80)], [1, 80], []],
  ['measures the way from key to key', [down(0), up(80), down(200), up(300)], [2, 90], [1, 200]],
  ['leaves out keys that overlap', [down(0), down(60), up(90), up(130)], [], [1, 60]],
  ['measures again after an overlap', [down(0), down(60), up(90), up(130), down(200), up(250)], [1, 50], [2, 100]],
  ['takes a held key for one', [down(0), down(500, true), down(530, true), up(560)], [1, 560], []],
  ['calls a pause no interval', [down(0), up(80), down(1080), up(1160)], [2, 80], []],
  ['forgets a key when the focus goes', [down(0), ['blur', 10], up(5000), down(6000), up(6070)], [1, 70], []],
  ['makes nothing of a release alone', [up(80)], [], []],
])('%s', (_promise, events, dwell, interval) => {
  const read = summed(watchKeys, events)
  expect([read('keyDwell').slice(0, 2), read('keyInterval').slice(0, 2)]).toEqual([dwell, interval])
})
