import type { TracioEvent } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anEvent } from '../../../contract/test/an-event.ts'
import { explanationReasons, step } from './explanation.ts'
import { unstored } from './unstored.ts'

const identified = (part: Partial<TracioEvent['identification']>): TracioEvent => {
  return { ...anEvent, identification: { ...anEvent.identification, ...part } }
}

it('gives no id to a new visitor, and says why', () => {
  const explanation = [step('cookie_none', 'none'), step('visitor_new', 'X7fh2Hg9LkMn3pQr')]
  const { identification } = unstored(identified({ kind: 'new', found: false, confidence: 0.9, explanation }))
  expect(identification).toMatchObject({ kind: 'none', visitorId: null, found: false, confidence: 0 })
  expect(identification.explanation.map(({ reason }) => reason)).toEqual(['cookie_none', 'visitor_unstored'])
  expect(explanationReasons.visitor_unstored).toContain('no id')
})

it.each(['cookie', 'frozen', 'none'] as const)('leaves the answer of the kind %s as it is', (kind) => {
  const event = identified({ kind })
  expect(unstored(event)).toBe(event)
})
