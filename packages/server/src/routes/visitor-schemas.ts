import { Type } from 'typebox'
import { behindSecret } from '../openapi/describe-api.ts'
import { apiErrors, errorAnswers } from '../openapi/error-answers.ts'
import { flatEvent } from '../openapi/flat-event-schema.ts'
import { productsEvent } from '../openapi/products-schema.ts'
import { cursorParameter, limitParameter } from '../search/search-parameters.ts'
import { pathParameters } from './path-parameters.ts'

const { id, visitorId } = pathParameters

const time = Type.String({ format: 'date-time' })
const linkedIds = Type.Unsafe<readonly string[]>(Type.Array(Type.String()))

const historyParameters = {
  limit: limitParameter,
  linked_id: Type.Optional(
    Type.String({ minLength: 1, maxLength: 256, description: 'Only visits under this account of yours.' }),
  ),
  cursor: cursorParameter,
}

/** A visit by product, with its time beside it, which readers of a history look for there. */
const visit = Type.Intersect([
  productsEvent,
  Type.Object({ timestamp: Type.Integer({ description: 'Milliseconds since 1970-01-01 UTC.' }), time }),
])

/** `GET /api/v1/visitors/:visitorId` */
export const visitorHistorySchema = {
  ...behindSecret('visitors', 'A visitor’s history, by product', 'Newest visits first.'),
  params: Type.Object({ visitorId }),
  querystring: Type.Object({
    ...historyParameters,
    paginationKey: Type.Optional(Type.String({ ...cursorParameter, description: 'Another name of `cursor`.' })),
  }),
  response: {
    200: Type.Object({
      visitorId: Type.String(),
      firstSeenAt: time,
      lastSeenAt: time,
      visitCount: Type.Integer({ description: 'Identified visits, erased and forgotten events among them.' }),
      linkedIds,
      visits: Type.Array(visit),
      lastTimestamp: Type.Optional(Type.Integer({ description: 'Time of the last visit here, when more follow.' })),
      paginationKey: Type.Optional(Type.String({ description: 'For the next page, when more follow.' })),
    }),
    ...apiErrors,
    ...errorAnswers(422),
  },
}

/** `GET /api/v1/subscriptions/:id/visitors/:visitorId` */
export const flatVisitorHistorySchema = {
  ...behindSecret('visitors', 'A visitor’s history, flat', 'Newest events first.'),
  params: Type.Object({ id, visitorId }),
  querystring: Type.Object(historyParameters),
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({
        visitor_id: Type.String(),
        first_seen_at: time,
        last_seen_at: time,
        visit_count: Type.Integer({ description: 'Identified visits; replays are not among them.' }),
        event_count: Type.Integer({ description: 'Stored events.' }),
        linked_ids: linkedIds,
        last_event: Type.Union([flatEvent, Type.Null()]),
        events: Type.Array(flatEvent),
        next_cursor: Type.Union([Type.String(), Type.Null()]),
      }),
    }),
    ...apiErrors,
    ...errorAnswers(422),
  },
}

const erasing = 'Events, readings, observations, cookies and keys go with the visitor. Needs the scope `admin`.'

/** `DELETE /api/v1/visitors/:visitorId` */
export const eraseVisitorSchema = {
  ...behindSecret('visitors', 'Erase a visitor', erasing),
  params: Type.Object({ visitorId }),
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({ visitorId: Type.String(), erased: Type.Literal(true) }),
    }),
    ...apiErrors,
  },
}

/** `DELETE /api/v1/subscriptions/:id/visitors/:visitorId` */
export const eraseFlatVisitorSchema = {
  ...behindSecret('visitors', 'Erase a visitor of the workspace', erasing),
  params: Type.Object({ id, visitorId }),
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({ visitor_id: Type.String(), erased: Type.Literal(true) }),
    }),
    ...apiErrors,
  },
}
