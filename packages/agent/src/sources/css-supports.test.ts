import { expect, it } from 'vitest'
import { cssSupports } from './css-supports.ts'

it('asks for each declaration in parentheses, and tells without them', () => {
  const asked: string[] = []
  const supports = (condition: string): boolean => {
    asked.push(condition)
    return condition === '(zoom: 1)'
  }
  expect(cssSupports({ CSS: { supports } })).toMatchObject({ value: { 'zoom: 1': true, 'text-wrap: pretty': false } })
  expect(asked.length).toBe(new Set(asked).size)
})

it.each([
  ['jsdom', {}],
  ['an interface that answers nothing', { CSS: {} }],
])('is unavailable in %s', (_name, g) => {
  expect(cssSupports(g)).toEqual({ absent: 'unavailable' })
})
