import { expect, it } from 'vitest'
import { longestTask, type TraceEvent } from './longest-task.ts'

const MARKS = { began: 'b', ended: 'e', beganMs: 100 }
const event = (name: string, ts: number, dur = 0, tid = 1): TraceEvent => ({ name, ph: 'X', pid: 1, tid, ts, dur })
/** The page's clock shows 100 ms at 500,000 of the trace's. */
const trace = [
  event('b', 500_000),
  event('RunTask', 499_000, 10_000),
  event('ThreadControllerImpl::RunTask', 520_000, 60_000),
  event('RunTask', 600_000, 30_000),
  event('e', 640_000),
]

it('finds the longest task of the run', () => {
  expect(longestTask(trace, [], MARKS)).toEqual({ wholeMs: 60, ownMs: 60, gpu: [] })
})

it('takes graphics calls off the task that made them, and names the long ones', () => {
  const slow = { name: 'getContext', atMs: 125, tookMs: 50 }
  const fast = { name: 'getParameter', atMs: 205, tookMs: 1 }
  expect(longestTask(trace, [slow, fast], MARKS)).toEqual({ wholeMs: 60, ownMs: 29, gpu: [slow] })
})

it('looks at no other thread, and at nothing before or after the run', () => {
  const others = [event('RunTask', 510_000, 90_000, 2), event('RunTask', 0, 400_000), event('RunTask', 640_001, 90_000)]
  expect(longestTask([...trace, ...others], [], MARKS).wholeMs).toBe(60)
})

it('refuses a trace without a run', () => {
  expect(() => longestTask([], [], MARKS)).toThrow('no run')
})
