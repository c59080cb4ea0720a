import { expect, it } from 'vitest'
import { toRfc3339 } from './to-rfc3339.ts'

it.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [1_709_164_800_001, '2024-02-29T00:00:00.001Z'],
  [1_795_219_200_123, '2026-11-21T00:00:00.123Z'],
])('writes %i as %s', (at, text) => {
  expect(toRfc3339(at)).toBe(text)
})
