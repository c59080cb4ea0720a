import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import type { Cutoffs } from './ports/ledger.ts'
import { cutoffs, startRetention } from './retention.ts'

const DAY_MS = 86_400_000
const now = (): EpochMs => (100 * DAY_MS) as EpochMs
const days = { events: 90, readings: 30, observations: 0, visitors: 400 }
const pace = { everyMs: 5, betweenStepsMs: 0 }

it('keeps for ever what is kept for 0 days', () => {
  expect(cutoffs(days, now())).toEqual({
    events: 10 * DAY_MS,
    readings: 70 * DAY_MS,
    observations: null,
    visitors: -300 * DAY_MS,
  })
})

it('goes on until nothing is left, and looks again later', async () => {
  const asked: Cutoffs[] = []
  let left = 3
  const forget = async (cutoff: Cutoffs): Promise<boolean> => {
    asked.push(cutoff)
    left -= 1
    return left > 0
  }
  const retention = startRetention(days, { ledger: { forget }, now, report: () => undefined }, pace)
  await expect.poll(() => asked.length).toBeGreaterThan(4)
  await retention.close()
  const askedBefore = asked.length
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(asked).toHaveLength(askedBefore)
})

it('reports a step that fails, and tries again', async () => {
  const reported: unknown[] = []
  const forget = (): Promise<boolean> => Promise.reject(new Error('disk full'))
  const retention = startRetention(days, { ledger: { forget }, now, report: (error) => reported.push(error) }, pace)
  await expect.poll(() => reported.length).toBeGreaterThan(1)
  await retention.close()
})

it('ends at once when it is closed while it waits', async () => {
  const retention = startRetention(
    days,
    { ledger: { forget: async () => false }, now, report: () => undefined },
    { everyMs: 3_600_000, betweenStepsMs: 0 },
  )
  await new Promise((resolve) => setTimeout(resolve, 5))
  const startedAt = performance.now()
  await retention.close()
  expect(performance.now() - startedAt).toBeLessThan(5000)
})
