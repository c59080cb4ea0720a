import { expect, it } from 'vitest'
import { anEntry, create } from '../../test/ledger-entries.ts'
import { explain } from '../explain.ts'
import { explanationText } from './explanation-text.ts'

const { event } = anEntry('1_a', { change: create('ada') })

it('tells from the visitor to the decision, with the evidence of what was detected', () => {
  const text = explanationText(
    explain({
      ...event,
      bot: { result: 'bot', type: 'webdriver', score: 0.9 },
      findings: [
        { detector: 'first', category: 'bot', outcome: 'clear' },
        { detector: 'second', category: 'bot', outcome: 'unknown', missing: ['canvas'] },
        {
          detector: 'third',
          category: 'bot',
          outcome: 'detected',
          strength: 0.9,
          evidence: [{ reason: 'some_reason', observed: 'true\u001b[2J', expected: 'false' }],
        },
      ],
      score: { suspectScore: 81, riskScore: 81, parts: [{ kind: 'floor', cause: 'bot', points: 81 }] },
      decision: { riskLevel: 'critical', action: 'deny', monitor: false },
    }),
  )
  expect(text).toMatch(/^Event 1_a, 1970/)
  expect(text).toContain('Visitor ada')
  expect(text).toContain('Bot verdict bot (webdriver), score 0.9')
  expect(text).toContain('unknown   second: lacks canvas')
  expect(text).toContain('some_reason (seen true\\u{1b}[2J, expected false)')
  expect(text).toMatch(/Risk 81, critical: deny\n {2}points +kind +cause\n {2}81 +floor +bot\n$/)
})
