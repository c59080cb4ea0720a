import type { FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

/**
 * A hook for routes whose parameters narrow what is given: one that is misspelt, and so left out, would give everything.
 */
export async function refuseUnknownParameters({ query, routeOptions }: FastifyRequest): Promise<void> {
  const known = propertiesOf(routeOptions.schema?.querystring)
  const unknown = Object.keys(query ?? {}).filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  const shown = unknown.slice(0, NAMES_SHOWN).map((name) => `"${name.slice(0, NAME_LENGTH_MAX)}"`)
  const takes = known.length === 0 ? 'no parameters' : known.join(', ')
  throw new ApiError('request_malformed', `There is no parameter ${shown.join(', ')} here. This takes ${takes}.`)
}

/** Enough to recognise one's mistakes by. */
const NAMES_SHOWN = 5
const NAME_LENGTH_MAX = 40

function propertiesOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return []
  return Object.keys(schema.properties ?? {})
}
