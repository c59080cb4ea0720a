import { expect, it } from 'vitest'
import { answering } from '../../test/fake-worker.ts'
import { opfsFlush } from './opfs-flush.ts'

it.each<[string, unknown, object]>([
  ['a time, to the microsecond', 1.23456, { value: 1.235 }],
  ['a refusal', 'SecurityError', { absent: 'denied' }],
  ['no such file', null, { absent: 'unavailable' }],
])('%s', async (_name, answer, sample) => {
  expect(await opfsFlush(answering(answer).g)).toEqual(sample)
})

it('is unavailable where there are no workers', async () => {
  expect(await opfsFlush({})).toEqual({ absent: 'unavailable' })
})
