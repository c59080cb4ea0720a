import { expect, it } from 'vitest'
import { expecting } from './expecting.ts'

const throwing = (name: string) => (): never => {
  throw new DOMException('', name)
}

it('gives what the function gives', () => {
  expect(expecting('SecurityError', () => 7, 'refused')).toBe(7)
})

it('gives the other value for the error that was expected, and lets any other through', () => {
  expect(expecting('SecurityError', throwing('SecurityError'), 'refused')).toBe('refused')
  expect(() => expecting('SecurityError', throwing('NotFoundError'), 'refused')).toThrow(DOMException)
})
