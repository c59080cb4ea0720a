import { feedIds } from './feed-ids.ts'
import type { Parsed } from './setting.ts'

/** Where one pair ends and the next begins: addresses may have commas of their own. */
const BETWEEN = /,(?=\s*\w+\s*=\s*https?:)/i

/** Addresses of feeds by id: `ipsum=https://mirror.example/ipsum.txt,mullvad=https://...`. */
export function feedUrls(text: string): Parsed<Readonly<Record<string, string>>> {
  const value: Record<string, string> = {}
  for (const part of text.split(BETWEEN)) {
    if (part.trim() === '') continue
    const [, id = '', url = ''] = /^\s*([a-z0-9_]+)\s*=\s*(\S+)\s*$/.exec(part) ?? []
    const known = feedIds(id)
    if (id === '') return { wrong: 'must be a list like "ipsum=https://mirror.example/ipsum.txt"' }
    if ('wrong' in known) return known
    if (Object.hasOwn(value, id)) return { wrong: `names ${id} twice` }
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return { wrong: `must give ${id} an http or https address` }
    value[id] = url
  }
  return { value }
}
