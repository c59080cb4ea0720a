import { Type } from 'typebox'

/** Longer than any id of ours: any text may be asked for, and one that is no id is not found. */
const ID_LENGTH_MAX = 64

const id = (description: string) => Type.String({ minLength: 1, maxLength: ID_LENGTH_MAX, description })

/** Parameters in the paths of the API, by their names there. */
export const pathParameters = {
  id: id('Workspace id.'),
  requestId: id('Request id of the event.'),
  visitorId: id('Visitor id as an event showed it.'),
} as const
