import type { FastifySchemaValidationError } from 'fastify'

/** The sentence that tells a caller which parameter is wrong, and what was expected of it. Never shows the value. */
export function validationMessage(errors: readonly FastifySchemaValidationError[]): Error {
  const [first] = errors
  if (!first) return new Error('A parameter is wrong.')
  const { keyword, params, message } = first
  if (keyword === 'required') return new Error(`The parameter "${String(params['missingProperty'])}" is missing.`)
  const name = first.instancePath.slice(1)
  if (keyword === 'enum' && Array.isArray(params['allowedValues'])) {
    return new Error(`The parameter "${name}" must be one of ${params['allowedValues'].join(', ')}.`)
  }
  if (params['type'] === 'boolean') return new Error(`The parameter "${name}" must be true or false.`)
  if (params['format'] === 'date-time') {
    return new Error(`The parameter "${name}" must be a time such as 2026-11-21T08:00:00Z.`)
  }
  return new Error(`The parameter "${name}" ${message ?? 'is wrong'}.`)
}
