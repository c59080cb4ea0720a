import { expect, it } from 'vitest'
import { begin, jobsOf } from './job.ts'

const value = { value: 8 }

it('puts first what waits for others, and last what may hold the thread, the rest as it is registered', () => {
  const source = () => value
  const jobs = jobsOf({ webgpu: source, fonts: source, memoryGib: source, cores: source, opfs: source, math: source })
  expect(jobs.map(({ name }) => name)).toEqual(['opfs', 'memoryGib', 'cores', 'math', 'fonts', 'webgpu'])
})

it('knows at once what a source answers at once, and how long that held the thread', () => {
  let ms = 10
  const slow = () => {
    ms += 7
    return { value: ms }
  }
  const [job] = jobsOf({ cores: slow })
  if (!job) throw new Error('no job')
  expect(begin(job, { performance: { now: () => ms } })).toBe(7)
  expect(job).toMatchObject({ beganMs: 10, tookMs: 7, outcome: { value: 17 } })
  expect(job.ended).toBeUndefined()
})

it('knows later what a source answers later', async () => {
  const [job] = jobsOf({ opfs: async () => ({ absent: 'denied' }) })
  if (!job) throw new Error('no job')
  begin(job, {})
  expect(job.outcome).toBeUndefined()
  await job.ended
  expect(job.outcome).toEqual({ gap: 'denied' })
})

it('reads twice what is noisy', async () => {
  let reads = 0
  const [job] = jobsOf({ audio: () => ({ value: { sum: reads++, sampleRateHz: 1 } }) })
  if (!job) throw new Error('no job')
  begin(job, {})
  await job.ended
  expect(job.outcome).toMatchObject({ gap: 'unstable' })
})
