import { expect, it } from 'vitest'
import { answersOf, stabilityOf, tasksOf, timesBeside } from './figures.ts'
import type { Loads } from './measure-engine.ts'
import type { Visit } from './visit.ts'

const visit = (part: Partial<Visit>): Visit => ({ sentMs: 30, doneMs: 60, threadMs: 20, signals: [], ...part })
const loads = (...visits: readonly Partial<Visit>[]): Loads => ({ first: visits.map(visit), later: visits.map(visit) })
const missed = (results: readonly { readonly name: string; readonly ok: boolean | null }[]) =>
  results.filter(({ ok }) => ok === false).map(({ name }) => name)

it('compares the time until we send with the time until the peers answer', () => {
  const results = timesBeside('chromium', {
    ours: loads({ sentMs: 30 }, { sentMs: 90 }, { sentMs: 31 }),
    peers: loads({ sentMs: null, doneMs: 20, threadMs: 14 }),
  })
  expect(results.map(({ name, figure, reference }) => [name, figure, reference])).toEqual([
    ['chromium, first loads, wall time', 31, 20],
    ['chromium, first loads, main thread', 20, 14],
    ['chromium, later loads, wall time', 31, 20],
    ['chromium, later loads, main thread', 20, 14],
  ])
  expect(missed(results)).toEqual(['chromium, first loads, wall time', 'chromium, later loads, wall time'])
})

it('says nothing of a time that no browser told', () => {
  const none = loads({ threadMs: null })
  const names = timesBeside('firefox', { ours: none, peers: none }).map(({ name }) => name)
  expect(names).toEqual(['firefox, first loads, wall time', 'firefox, later loads, wall time'])
  expect(timesBeside('firefox', { ours: none })).toEqual([])
})

it('asks for enough values in Chromium, and for a fast answer everywhere', () => {
  const signals = [{ id: 's1', name: 'a', family: 'f', tier: 'semi' as const, value: 1 }]
  expect(missed(answersOf('chromium', loads({ signals, doneMs: 500 })))).toEqual(['chromium, signals with a value'])
  expect(missed(answersOf('webkit', loads({ signals, doneMs: 501 })))).toEqual(['webkit, later loads, getResult()'])
})

it('names what did not last', () => {
  const cores = (value: number) => [{ id: 's7', name: 'cores', family: 'f', tier: 'semi' as const, value }]
  const { results, words } = stabilityOf('webkit', loads({ signals: cores(1) }, { signals: cores(2) }))
  expect(missed(results)).toEqual(['webkit, stable over 2 reloads', 'webkit, stable over 2 restarts'])
  expect(words).toEqual(['webkit: changed over reloads: cores', 'webkit: changed over restarts: cores'])
})

it('judges a task without its graphics calls', () => {
  const task = { wholeMs: 400, ownMs: 50, gpu: [] }
  expect(missed(tasksOf('first', [task]))).toEqual([])
  expect(missed(tasksOf('first', [{ ...task, ownMs: 51 }]))).toEqual(['longest task of our own, first loads'])
})
