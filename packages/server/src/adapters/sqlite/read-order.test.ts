import { expect, it } from 'vitest'
import { anEvent } from '../../../../contract/test/an-event.ts'
import type { BoundedReader, ReadOutcome } from './bounded-reader.ts'
import { readOrder } from './read-order.ts'

const read = { sql: 'SELECT', values: [] }
const page = { limit: 1, order: 'newest', form: 'flat' } as const
const rows = [[{ at: 1, number: 1, event: JSON.stringify(anEvent) }]]

/** A reader that always finds the same, within the time that it was given. */
const finding = (outcome: ReadOutcome): BoundedReader => ({
  read: (reads, limitMs) => (reads.length === 1 && limitMs === 5 ? outcome : { rows: [] }),
  close: () => undefined,
})

it('gives rows as they are where no page is wanted', () => {
  expect(readOrder(finding({ rows }), { reads: [read] }, 5)).toEqual({ rows })
})

it('makes a page of the first rows', () => {
  expect(readOrder(finding({ rows }), { reads: [read], page }, 5)).toMatchObject({
    page: { lastAt: anEvent.at, next: null },
  })
})

it('makes no page of what took too long', () => {
  expect(readOrder(finding({ tooSlow: true }), { reads: [read], page }, 5)).toEqual({ tooSlow: true })
})
