import type { CustomFeed } from './custom-feeds.ts'

/** The formats that each option of a format belongs to. */
const optionFormats = {
  column: ['csv_column'],
  header: ['csv_column'],
  paths: ['json_path'],
  protocol: ['proxies'],
} as const satisfies { readonly [K in keyof Required<NonNullable<CustomFeed['options']>>]: readonly string[] }

/** The flags of `tracio feeds add` that set them. */
const flags = { column: '--column', header: '--header', paths: '--path', protocol: '--protocol' } as const

/** Steps of names, each followed by `[]` or `{}` as often as lists and objects lie in each other: `data.prefixes[].prefix`. */
const PATH = /^(?:[^.[\]{}]+(?:\[\]|\{\})*|(?:\[\]|\{\})+)(?:\.[^.[\]{}]+(?:\[\]|\{\})*)*$/

/** What is wrong with a feed whose fields are each well formed, in a sentence; undefined: nothing. */
export function customFeedMistake({ kind, threat, parser, options = {} }: CustomFeed): string | undefined {
  if ((kind === 'threat') !== (threat !== undefined)) {
    return '--threat belongs to the kind "threat", and is needed there.'
  }
  for (const name of ['column', 'header', 'paths', 'protocol'] as const) {
    const formats: readonly string[] = optionFormats[name]
    if (options[name] !== undefined && !formats.includes(parser)) {
      return `${flags[name]} belongs to the format "${formats.join('" or "')}", not to "${parser}".`
    }
  }
  if (parser === 'json_path' && options.paths === undefined) {
    return '--path is needed for the format "json_path": where addresses stand, such as "data.prefixes[].prefix".'
  }
  const wrong = options.paths?.find((path) => !PATH.test(path))
  return wrong === undefined
    ? undefined
    : `The path "${wrong}" is none: names with dots between them, "[]" for each of a list, "{}" for each of an object.`
}
