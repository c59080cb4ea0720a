import { expect, it } from 'vitest'
import { settings } from './index.ts'

const all = Object.values(settings)

it('names every variable once, with our prefix', () => {
  const names = all.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^TRACIO_[A-Z0-9_]+$/.test(name))).toEqual([])
})

it.each(all.map(({ name, fallback, parse, meaning }) => [name, parse(fallback), meaning] as const))(
  'explains %s in a sentence, and has a default that is valid',
  (_name, outcome, meaning) => {
    expect(outcome).toHaveProperty('value')
    expect(meaning).toMatch(/^[A-Z`].*\.$/s)
  },
)
