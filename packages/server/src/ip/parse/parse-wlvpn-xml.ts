import { ListFormatError } from './list-format-error.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'

/** A server's element has a dozen short attributes; what is longer is not one. */
const ELEMENT_CHARS_MAX = 4000

const ELEMENT = '<server'

/** `wlvpn_xml`: elements `server` with an attribute `ip`; those whose `status` or `visible` is other than 1 are left out. */
export const parseWlvpnXml: ParseText = (text, entries) => {
  const part = entries.part()
  let servers = 0
  for (let at = text.indexOf(ELEMENT); at >= 0; ) {
    const end = text.indexOf('>', at)
    if (end < 0) break
    // `<servers>` and `<serverList>` begin alike.
    if (/[\s/>]/.test(text.charAt(at + ELEMENT.length))) {
      servers++
      const element = text.slice(at, Math.min(end, at + ELEMENT_CHARS_MAX))
      const isOff = [attribute(element, 'status'), attribute(element, 'visible')].some(
        (is) => is !== undefined && is !== '1',
      )
      const address = attribute(element, 'ip') ?? ''
      if (!isOff) entries.note(parseRange(address, 0, address.length, part), element, 0, element.length)
    }
    at = text.indexOf(ELEMENT, end)
  }
  if (servers === 0) throw new ListFormatError('Expected XML with elements named "server"; there are none.')
}

function attribute(element: string, name: 'ip' | 'status' | 'visible'): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s{0,5}=\\s{0,5}(?:"([^"]*)"|'([^']*)')`).exec(element) ?? []
  return (double ?? single)?.trim()
}
