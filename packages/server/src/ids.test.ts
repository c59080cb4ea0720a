import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { newRequestId, newVisitorId, newWorkspaceId, randomText } from './ids.ts'

const at = 1_710_432_000_999 as EpochMs

it('makes ids of the documented forms', () => {
  expect(newVisitorId()).toMatch(/^[0-9a-zA-Z]{16}$/)
  expect(newWorkspaceId()).toMatch(/^ws_[0-9a-zA-Z]{16}$/)
  expect(newRequestId(at)).toMatch(/^1710432000_[0-9a-z]{12}$/)
})

it('never makes the same id twice in a hundred thousand', () => {
  expect(new Set(Array.from({ length: 100_000 }, () => newRequestId(at))).size).toBe(100_000)
})

it('draws every character of the alphabet', () => {
  expect(new Set(randomText('abc', 200))).toEqual(new Set('abc'))
})
