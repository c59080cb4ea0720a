import type { Parsed } from './setting.ts'

/** A name that a page may give as `region`. */
const NAME = /^[a-z0-9-]{1,32}$/

/** Servers by the name of their region: `us=https://us.example.com,eu=https://eu.example.com`. */
export function regions(text: string): Parsed<Readonly<Record<string, string>>> {
  const value: Record<string, string> = {}
  for (const part of text.split(',')) {
    if (part.trim() === '') continue
    const [, name = '', url = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(part) ?? []
    if (!NAME.test(name)) return { wrong: `holds "${part.trim()}", which is not NAME=URL with a name like eu-1` }
    if (Object.hasOwn(value, name)) return { wrong: `names ${name} twice` }
    if (!isServer(url)) return { wrong: `must give ${name} an http or https address without query` }
    value[name] = url.replace(/\/+$/, '')
  }
  return { value }
}

function isServer(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false
  const { search, hash, username } = new URL(url)
  return search === '' && hash === '' && username === ''
}
