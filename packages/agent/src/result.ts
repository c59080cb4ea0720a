import type { BotVerdict, Finding, ProductsView, ShownSignal } from '@tracio/contract'
import { fieldsOf } from './answer.ts'
import { TracioError } from './errors.ts'
import { recordOf } from './record-of.ts'

/** What a call gives. How much of it is there is set per public key on the server. */
export interface TracioResult {
  /** 16 characters, the same at every visit of one browser. */
  readonly visitorId: string
  /** Of this event; the backend asks for it by this id. */
  readonly requestId: string
  /** Chance that the visitor id is the right one, 0 to 1. */
  readonly confidence?: number
  /** Whether the visitor was known before. */
  readonly visitorFound?: boolean
  readonly bot?: TracioBot
  readonly products?: ProductsView['products']
  readonly findings?: readonly Finding[]
  /** Every reading as the server decoded it. */
  readonly signals?: readonly ShownSignal[]
  /** Sentences for people, by reason code. */
  readonly words?: Readonly<Record<string, string>>
}

/** The bot verdict, as pages see it. */
export interface TracioBot {
  readonly detected: boolean
  /** 0 to 100. */
  readonly confidence: number
  readonly reasons: readonly string[]
  readonly result: BotVerdict['result']
}

/** The fields that are handed on as they came. */
const HANDED_ON = ['confidence', 'visitorFound', 'products', 'findings', 'signals', 'words'] as const

/** Reads the server's answer. One without a visitor id is no answer: the page must not take it for one. */
export function resultFrom(answer: unknown): TracioResult {
  const fields = fieldsOf(answer)
  const { visitorId, requestId } = fields
  if (typeof visitorId !== 'string' || !visitorId) throw new TracioError('server', 'The answer has no visitorId.')
  const bot = botFrom(fields.bot)
  return {
    visitorId,
    requestId: String(requestId ?? ''),
    ...recordOf(HANDED_ON, (name) => fields[name]),
    ...(bot && { bot }),
  }
}

function botFrom(bot: unknown): TracioBot | undefined {
  const { result, reasons, score } = fieldsOf(bot)
  const verdict = VERDICTS.find((known) => known === result)
  return (
    verdict && {
      detected: verdict === 'bot',
      confidence: Math.min(100, Math.max(0, Number(score) * 100 || 0)),
      reasons: Array.isArray(reasons) ? reasons.map(String) : [],
      result: verdict,
    }
  )
}

const VERDICTS = ['bot', 'human', 'uncertain'] as const satisfies readonly BotVerdict['result'][]
