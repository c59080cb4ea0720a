import { Type } from 'typebox'
import type { explain, explainObservations } from '../explain.ts'
import { behindSecret } from '../openapi/describe-api.ts'
import { apiErrors } from '../openapi/error-answers.ts'
import { nullable } from '../openapi/nullable.ts'
import type { StoredSignal } from '../stored-signals.ts'
import { pathParameters } from './path-parameters.ts'

const params = Type.Object({ id: pathParameters.id, requestId: pathParameters.requestId })

const signal = Type.Unsafe<StoredSignal>(
  Type.Object({
    id: Type.String({ description: 'Such as `s17`.' }),
    name: Type.String(),
    family: Type.String(),
    tier: Type.Enum(['frozen', 'semi', 'volatile', 'session']),
    status: nullable('integer', { description: '0 for a value, else the number of the gap; null for `invalid`.' }),
    value: Type.Optional(Type.Unknown()),
    gap: Type.Optional(Type.String({ description: 'Why there is no value.' })),
    evidence: Type.Optional(Type.Unknown({ description: 'What was seen instead.' })),
    ms: Type.Optional(Type.Number({ description: 'Milliseconds that the reading took.' })),
  }),
)

const sentence = nullable('string', { description: 'For people; null for a reason of another version.' })

const observations = Type.Object({
  headers: Type.Unsafe<Readonly<Record<string, string>>>({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Those that detectors look at. Never cookies.',
  }),
  proxy_headers: Type.Unsafe<Readonly<Record<string, string>> | null>({
    type: ['object', 'null'],
    additionalProperties: { type: 'string' },
    description:
      'What proxies of the visitor say, without what your own wrote; null: whose proxy speaks cannot be told.',
  }),
  sealed: Type.Boolean(),
  session: Type.String(),
  cookie: Type.String(),
  candidates: Type.Object({
    by_cookie: Type.Integer({ description: 'Visitors whom the cookie named.' }),
    cookie_disputed: Type.Boolean(),
    by_device: Type.Integer({ description: 'Visitors who had the same hardware signals.' }),
  }),
})

const explanation = Type.Object({
  request_id: Type.String(),
  timestamp: Type.String({ format: 'date-time' }),
  revision: Type.Integer(),
  agent_version: Type.String(),
  engine_version: Type.String(),
  identification: Type.Object({
    visitor_id: nullable('string'),
    match: Type.Enum(['cookie', 'frozen', 'new', 'none']),
    confidence: Type.Number(),
    ambiguous: Type.Boolean(),
    look_alikes: Type.Integer(),
    device_hash: nullable('string'),
    steps: Type.Array(Type.Object({ reason: Type.String(), sentence, observed: Type.String() })),
  }),
  bot: Type.Object({ result: Type.String(), type: Type.String(), score: Type.Number() }),
  findings: Type.Array(
    Type.Object({
      detector: Type.String(),
      category: Type.String(),
      outcome: Type.Enum(['clear', 'detected', 'unknown']),
      strength: nullable('number', { description: 'How strongly this alone speaks, 0 to 1.' }),
      evidence: Type.Array(
        Type.Object({ reason: Type.String(), sentence, observed: Type.String(), expected: Type.String() }),
      ),
      missing: Type.Array(Type.String(), { description: 'What an `unknown` had not there to look at.' }),
    }),
  ),
  score: Type.Object({
    risk_score: Type.Integer(),
    suspect_score: Type.Number(),
    parts: Type.Array(
      Type.Object({
        kind: Type.String(),
        category: nullable('string'),
        cause: Type.String(),
        points: Type.Number({ description: 'The points of all parts add up to the risk score.' }),
      }),
    ),
  }),
  decision: Type.Object({
    risk_level: Type.String(),
    action: Type.String(),
    monitor: Type.Boolean(),
    band: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  }),
  observations: Type.Union([observations, Type.Null()], { description: 'Null when they are not kept any more.' }),
  signals: Type.Union([Type.Array(signal), Type.Null()]),
  signals_left_out: nullable('string', {
    description: '`scope`: the secret lacks the scope `signals`. `forgotten`: they are not kept any more.',
  }),
})

/** What an explanation answers with. */
export type Explanation = ReturnType<typeof explain> & {
  readonly observations: ReturnType<typeof explainObservations>
  readonly signals: readonly StoredSignal[] | null
  readonly signals_left_out: 'scope' | 'forgotten' | null
}

/** `GET /api/v1/subscriptions/:id/events/:requestId/explain` */
export const explainSchema = {
  ...behindSecret(
    'events',
    'Why an event is as it is',
    'With the scope `signals` also everything that the browser sent.',
  ),
  params,
  response: {
    200: Type.Object({ ok: Type.Literal(true), data: Type.Unsafe<Explanation>(explanation) }),
    ...apiErrors,
  },
}

/** `GET /api/v1/subscriptions/:id/events/:requestId/signals` */
export const signalsSchema = {
  ...behindSecret('events', 'Everything that the browser sent', 'Needs the scope `signals`.'),
  params,
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({
        request_id: Type.String(),
        agent_version: Type.String(),
        signals: Type.Unsafe<readonly StoredSignal[]>(Type.Array(signal)),
      }),
    }),
    ...apiErrors,
  },
}
