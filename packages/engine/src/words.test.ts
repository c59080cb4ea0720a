import { expect, it } from 'vitest'
import { anAddress, listed } from '../test/address.ts'
import { headlessChromium } from '../test/people.ts'
import { visit } from '../test/visit.ts'
import { detectors } from './detectors/index.ts'
import { evaluate } from './evaluate.ts'
import { explanationReasons } from './identify/explanation.ts'
import { standingReasons } from './network/address-standing.ts'
import { sentences, words } from './words.ts'

it('knows a sentence for every code, and loses none to a namesake', () => {
  const codes = [
    ...detectors.flatMap(({ reasons }) => Object.keys(reasons)),
    ...Object.keys(explanationReasons),
    ...Object.keys(standingReasons),
  ]
  expect([...sentences.keys()]).toEqual(codes)
})

it('gives the sentences of the codes in an event, and no others', () => {
  const { event } = evaluate(visit(headlessChromium))
  expect(Object.keys(words(event))).toEqual([
    'cookie_none',
    'frozen_nobody',
    'visitor_new',
    'headless_user_agent',
    'software_renderer',
    'screen_of_headless',
  ])
})

it('says as well why little was asked of the address', () => {
  const { event } = evaluate({ ...visit(headlessChromium), ip: anAddress({ hits: [listed('office')] }) })
  expect(words(event)).toMatchObject({ address_trusted: standingReasons.address_trusted })
})

it('is silent about a code of another version', () => {
  const { event } = evaluate(visit(headlessChromium))
  const explanation = [{ reason: 'constructor', observed: '' }]
  const stored = { ...event, findings: [], identification: { ...event.identification, explanation } }
  expect(words(stored)).toEqual({})
})
