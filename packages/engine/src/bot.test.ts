import type { Finding } from '@tracio/contract'
import { expect, it } from 'vitest'
import { bot } from './bot.ts'

const evidence = [{ reason: 'any', observed: 'this', expected: 'that' }] as const

const clear = (detector: string, category: 'bot' | 'tampering'): Finding => ({ detector, category, outcome: 'clear' })
const found = (detector: string, category: 'bot' | 'tampering', strength: number): Finding => ({
  detector,
  category,
  outcome: 'detected',
  strength,
  evidence,
})
const unknown = (detector: string, category: 'bot' | 'tampering'): Finding => ({
  detector,
  category,
  outcome: 'unknown',
  missing: ['evalLength'],
})

const flag = clear('webdriver_flag', 'bot')
const headless = clear('headless_markers', 'bot')
const engine = clear('engine_mismatch', 'tampering')

it.each<[string, readonly Finding[], unknown]>([
  ['nothing found', [flag, headless, engine], { result: 'human', type: '', score: 0.02 }],
  [
    'the engine of a browser nobody knows',
    [flag, headless, unknown('engine_mismatch', 'tampering')],
    { result: 'human', type: '', score: 0.02 },
  ],
  [
    'the flag',
    [found('webdriver_flag', 'bot', 0.95), headless, engine],
    { result: 'bot', type: 'webdriver', score: 0.95 },
  ],
  ['markers', [flag, found('headless_markers', 'bot', 0.6), engine], { result: 'bot', type: 'headless', score: 0.6 }],
  [
    'flag and markers: the flag comes first',
    [found('headless_markers', 'bot', 1), found('webdriver_flag', 'bot', 0.95)],
    { result: 'bot', type: 'webdriver', score: 0.95 },
  ],
  [
    'a switched user agent is no bot',
    [flag, headless, found('engine_mismatch', 'tampering', 0.9)],
    { result: 'uncertain', type: 'unknown', score: 0.5 },
  ],
  [
    'a switched user agent with markers is one',
    [flag, found('headless_markers', 'bot', 0.6), found('engine_mismatch', 'tampering', 0.9)],
    { result: 'bot', type: 'headless', score: 0.6 },
  ],
  [
    'the flag could not be read',
    [unknown('webdriver_flag', 'bot'), headless, engine],
    { result: 'uncertain', type: 'unknown', score: 0.5 },
  ],
  [
    'the flag could not be read, and markers decide',
    [unknown('webdriver_flag', 'bot'), found('headless_markers', 'bot', 1), engine],
    { result: 'bot', type: 'headless', score: 1 },
  ],
])('%s', (_name, findings, verdict) => {
  expect(bot(findings)).toEqual(verdict)
})
