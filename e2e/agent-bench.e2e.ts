import { currentSignalNames } from '@tracio/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { benchEngine } from '../bench/agent/bench-browser.ts'
import { ours } from '../bench/agent/contestant.ts'
import { stabilityOf } from '../bench/agent/figures.ts'
import { type Measured, measureEngine } from '../bench/agent/measure-engine.ts'
import { type BenchSite, openBenchSite } from '../bench/agent/site.ts'
import { tracedVisit } from '../bench/agent/traced-visit.ts'
import { launchChromium } from './chromium.ts'

/** Two of each: enough to see that the benchmark measures, and to compare readings. Times decide nothing here. */
const LOADS = 2

/** A machine that is busy with other tests must not look like a browser that lacks something. */
const patient = { ...ours, run: 'async () => Tracio.init({ budgetMs: 5000 }).getResult({ extendedResult: true })' }

let site: BenchSite
let measured: Measured
beforeAll(async () => {
  site = await openBenchSite()
  measured = await measureEngine(await benchEngine('chromium', site), LOADS, { besidePeers: true, agent: patient })
})
afterAll(() => site.close())

it('times every load of both, and their main thread', () => {
  const { ours, peers } = measured
  const visits = [ours.first, ours.later, peers?.first ?? [], peers?.later ?? []]
  expect(visits.map(({ length }) => length)).toEqual([LOADS, LOADS, LOADS, LOADS])
  for (const { doneMs, threadMs } of visits.flat()) {
    expect(doneMs).toBeGreaterThan(0)
    expect(threadMs).toBeGreaterThan(0)
  }
  for (const { sentMs, doneMs, signals } of [...ours.first, ...ours.later]) {
    expect(sentMs).toBeGreaterThan(0)
    expect(sentMs).toBeLessThan(doneMs)
    expect(signals.map(({ name }) => name)).toEqual(currentSignalNames)
    expect(signals.filter(({ ms }) => ms !== undefined).length).toBeGreaterThan(60)
  }
})

it('finds what lasts the same over reloads and starts of Chromium', () => {
  const { results, words } = stabilityOf('chromium', measured.ours)
  expect(words).toEqual([])
  expect(results.map(({ figure }) => figure)).toEqual([1, 1])
})

it('weighs both scripts as a server sends them', () => {
  expect(site.gzipBytes.ours).toBeGreaterThan(10_000)
  expect(site.gzipBytes.peers).toBeGreaterThan(10_000)
})

it('finds the longest task of a run in a trace', async () => {
  const browser = await launchChromium()
  const { wholeMs, ownMs } = await tracedVisit(browser, site).finally(() => browser.close())
  expect(ownMs).toBeGreaterThan(0)
  expect(wholeMs).toBeGreaterThanOrEqual(ownMs)
})
