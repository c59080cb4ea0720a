import { expect, it } from 'vitest'
import { fontTest, type TextContext } from './font-test.ts'

/** A context that renders each family at its own width, and of a list the first that it has. */
const context = (widths: Readonly<Record<string, number>>): TextContext => ({
  font: '',
  measureText() {
    const families = this.font.replace('72px ', '').replaceAll('"', '').split(',')
    return { width: families.map((name) => widths[name]).find((width) => width !== undefined) ?? 0 }
  },
})
const standIns = { monospace: 600, serif: 500 }

it.each([
  ['of its own width', { Lato: 610 }, true],
  ['that is the face of the first stand-in', { Lato: 600 }, true],
  ['that is the face of the second stand-in', { Lato: 500 }, true],
  ['that is missing', {}, false],
])('a family %s', (_name, installed, expected) => {
  expect(fontTest(context({ ...standIns, ...installed }))?.('Lato')).toBe(expected)
})

it.each([
  ['no context', undefined],
  ['a context that was refused', null],
  ['one that measures nothing', { font: '' }],
  ['text without a width', context({})],
  ['widths that are no numbers', context({ monospace: Number.NaN, serif: Number.NaN })],
  ['only one stand-in', context({ monospace: 600 })],
])('%s: there is no test', (_name, given) => {
  expect(fontTest(given)).toBeUndefined()
})
