import type { Parsed } from './setting.ts'

/** As much as anybody needs; it stands in every page. */
const LENGTH_MAX = 100

/** First parts of addresses that answer with something else. */
const TAKEN = ['demo', 'docs', 'health', 'metrics', 'openapi.json']

/** A path of this server, such as `/assets/shop.js`. */
export function webPath(text: string): Parsed<string> {
  if (!/^(?:\/[\w-][\w.-]*)+$/.test(text) || text.length > LENGTH_MAX) {
    return {
      wrong: `must be a path such as /assets/shop of letters, digits, dots and dashes, at most ${LENGTH_MAX} long`,
    }
  }
  const [, part = ''] = text.split('/')
  return TAKEN.includes(part) ? { wrong: `must not begin with /${part}, which is taken` } : { value: text }
}
