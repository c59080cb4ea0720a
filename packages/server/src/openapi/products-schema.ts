import type { ProductsView } from '@tracio/contract'
import { Type } from 'typebox'
import { nullable } from './nullable.ts'

const evidence = Type.Array(Type.Object({ reason: Type.String(), observed: Type.String(), expected: Type.String() }), {
  description: 'Why. Reason codes are never renamed.',
})

/** What every product has beside its data. */
const product = (data: Record<string, unknown>, description: string) => ({
  type: 'object',
  description,
  required: ['status', 'evidence', 'data'],
  properties: {
    status: {
      enum: ['detected', 'clear', 'unknown'],
      description: 'Whether it was found, not found, or cannot be told.',
    },
    evidence,
    missing: { type: 'array', items: { type: 'string' }, description: 'For `unknown`: what was not there to look at.' },
    data: {
      type: 'object',
      required: ['result', ...Object.keys(data)],
      properties: { result: { type: ['boolean', 'number'] }, ...data },
    },
  },
})

const identification = {
  visitorId: nullable('string'),
  requestId: Type.String(),
  visitorFound: Type.Boolean(),
  confidence: Type.Object({ score: Type.Number({ minimum: 0, maximum: 1 }) }),
  timestamp: Type.String({ format: 'date-time' }),
  firstSeenAt: nullable('string', { format: 'date-time' }),
  lastSeenAt: nullable('string', { format: 'date-time' }),
  linkedId: nullable('string'),
  tag: nullable('string'),
  url: nullable('string'),
  ip: Type.String(),
}

const botd = {
  bot: Type.Object({ result: Type.Enum(['bad', 'notDetected', 'good']), type: Type.String(), score: Type.Number() }),
}

const suspectScore = { riskLevel: Type.String(), action: Type.String(), parts: Type.Array(Type.Object({})) }

/** The event by product. More products may come; each has the same frame. */
export const productsSchema = Type.Unsafe<ProductsView>({
  $id: 'Event',
  type: 'object',
  description: 'An event by product. `result` is what to branch on; it is false when the status is `unknown`.',
  required: ['requestId', 'visitorId', 'products'],
  properties: {
    requestId: { type: 'string' },
    visitorId: nullable('string'),
    products: {
      type: 'object',
      required: ['identification', 'botd', 'suspectScore'],
      properties: {
        identification: product(identification, 'Who it was, how sure that is, and why.'),
        botd: product(botd, 'Whether a program is at work.'),
        suspectScore: product(suspectScore, 'The score, 0 to 100, with the parts that it is the sum of.'),
      },
      additionalProperties: product({}, 'A product.'),
    },
  },
})

/** Refers to the event by product. */
export const productsEvent = Type.Unsafe<ProductsView>({ $ref: 'Event#' })
