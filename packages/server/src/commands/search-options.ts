import { InvalidArgumentError, Option } from 'commander'
import { Value } from 'typebox/value'
import { searchParameters } from '../search/search-parameters.ts'

/** The parameters of a search, each with its schema. */
const parameters = Object.entries(searchParameters.properties)

/** What a schema of a parameter may say, as far as a flag shows it. */
interface Shape {
  readonly type?: unknown
  readonly enum?: unknown
  readonly format?: unknown
  readonly description?: unknown
}

/** A flag for each parameter of a search by API, named and checked alike: `visitor_id` is `--visitor-id`. */
export function searchOptions(): readonly Option[] {
  return parameters.map(([name, schema]) => {
    const shape: Shape = Object(schema)
    const option = new Option(`--${name.replaceAll('_', '-')} <value>`, describe(shape))
    return option.argParser((text) => {
      const value = read(text, shape)
      if (!Value.Check(schema, value)) throw new InvalidArgumentError(expected(shape))
      return value
    })
  })
}

/** The parameters that flags gave, with the defaults of the API. */
export function searchOf(options: Readonly<Record<string, unknown>>) {
  const given = parameters
    .map(([name]) => [name, options[new Option(`--${name.replaceAll('_', '-')}`).attributeName()]] as const)
    .filter(([, value]) => value !== undefined)
  return Value.Parse(searchParameters, Value.Default(searchParameters, Object.fromEntries(given)))
}

function read(text: string, { type }: Shape): string | number | boolean {
  if (type === 'integer' && /^\d+$/.test(text)) return Number(text)
  return type === 'boolean' && /^(?:true|false)$/.test(text) ? text === 'true' : text
}

function describe({ description, enum: words, format, type }: Shape): string {
  const text = String(description)
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
    .replace(/\.$/, '')
  if (Array.isArray(words)) return `${text}: ${words.join(', ')}`
  if (type === 'boolean') return `${text}: true, false`
  return format === 'date-time' ? `${text}, as 2026-11-01T00:00:00Z` : text
}

function expected({ enum: words, format, type }: Shape): string {
  if (Array.isArray(words)) return `It is one of ${words.join(', ')}.`
  if (format === 'date-time') return 'It is a time like 2026-11-01T00:00:00Z.'
  if (type === 'boolean') return 'It is true or false.'
  return type === 'integer' ? 'It is a whole number within its limits.' : 'It has the wrong form or length.'
}
