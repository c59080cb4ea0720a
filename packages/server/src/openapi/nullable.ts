import { Type } from 'typebox'

/** Schema of a JSON type that may be null, as one list of types: what readers and generators understand best. */
export const nullable = <T>(type: 'string' | 'number' | 'integer' | 'boolean', rest: object = {}) =>
  Type.Unsafe<T | null>({ type: [type, 'null'], ...rest })
