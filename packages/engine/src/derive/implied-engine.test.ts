import { expect, it } from 'vitest'
import { impliedEngine } from './implied-engine.ts'

it.each([
  ['Chrome', { evalLength: 33, productSub: '20030107', vendor: 'Google Inc.' }, 'v8'],
  ['Chrome behind a thorough user agent switcher', { evalLength: 33, productSub: '20100101', vendor: '' }, 'v8'],
  ['Chrome that let nothing else be read', { evalLength: 33, productSub: undefined, vendor: undefined }, 'v8'],
  ['Firefox', { evalLength: 37, productSub: '20100101', vendor: '' }, 'spidermonkey'],
  ['Safari', { evalLength: 37, productSub: '20030107', vendor: 'Apple Computer, Inc.' }, 'javascriptcore'],
  [
    'Firefox or Safari under the name of Chrome',
    { evalLength: 37, productSub: '20030107', vendor: 'Google Inc.' },
    undefined,
  ],
  [
    'properties that contradict each other',
    { evalLength: 37, productSub: '20100101', vendor: 'Apple Computer, Inc.' },
    undefined,
  ],
  ['half of what it takes', { evalLength: 37, productSub: '20100101', vendor: undefined }, undefined],
  ['an engine that nobody knows', { evalLength: 39, productSub: '20030107', vendor: '' }, undefined],
  ['nothing', { evalLength: undefined, productSub: '20030107', vendor: 'Google Inc.' }, undefined],
] as const)('%s', (_name, facts, engine) => {
  expect(impliedEngine(facts)).toBe(engine)
})
