import { expect, it } from 'vitest'
import { aFeed, publicLines } from '../../../test/a-feed.ts'
import { inspectInThread } from './inspect-in-thread.ts'
import { inspectList } from './inspect-list.ts'
import { inspectJob } from './load-version.ts'

it.each([
  ['a list that is let through', publicLines(100)],
  ['a list that is refused', '10.0.0.1\n20.0.0.1\n'],
])('judges %s as it would be judged here', async (_name, text) => {
  const job = inspectJob(aFeed(), Buffer.from(text), null, false)
  expect(await inspectInThread(job)).toEqual(inspectList(job))
})
