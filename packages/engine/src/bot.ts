import type { BotVerdict, Finding } from '@tracio/contract'

interface Priority {
  readonly detector: string
  readonly result: 'bot' | 'uncertain'
  readonly type: string
}

/**
 * Who decides, in this order; the first that detected does. A false engine is uncertain, because extensions that lie about
 * the browser belong to people (product rule: tampering by extensions alone is never a bot).
 */
export const botPriorities: readonly Priority[] = [
  { detector: 'webdriver_flag', result: 'bot', type: 'webdriver' },
  { detector: 'headless_markers', result: 'bot', type: 'headless' },
  { detector: 'engine_mismatch', result: 'uncertain', type: 'unknown' },
]

/**
 * Nothing found is no proof: more than half of automated browsers show no flag. The product's own example for people
 * (November 2026).
 */
const HUMAN_SCORE = 0.02

/** An even chance. Chosen by hand, November 2026; revisit with the corpus. */
const UNCERTAIN_SCORE = 0.5

const uncertain: BotVerdict = { result: 'uncertain', type: 'unknown', score: UNCERTAIN_SCORE }

/** The verdict on bot or human. A bot detector that could not look leaves it uncertain. */
export function bot(findings: readonly Finding[]): BotVerdict {
  for (const { detector, result, type } of botPriorities) {
    const finding = findings.find((one) => one.detector === detector)
    if (finding?.outcome !== 'detected') continue
    return result === 'bot' ? { result, type, score: finding.strength } : uncertain
  }
  const unseen = findings.some(({ category, outcome }) => category === 'bot' && outcome === 'unknown')
  return unseen ? uncertain : { result: 'human', type: '', score: HUMAN_SCORE }
}
