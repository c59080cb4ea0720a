import { globSync } from 'node:fs'

/** Beside its library and not on the path: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1` on Debian 12, November 2026. */
const PLACES = ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser']

/** WebKitGTK's own small browser, which comes with the library that the driver needs. */
export function miniBrowser(): string {
  const [found] = PLACES.flatMap((place) => globSync(place))
  if (found === undefined) throw new Error(`There is no MiniBrowser under ${PLACES.join(' or ')}.`)
  return found
}
