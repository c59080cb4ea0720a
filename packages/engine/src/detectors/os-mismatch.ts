import type { Evidence } from '@tracio/contract'
import { parseUserAgent } from '../derive/parse-user-agent.ts'
import { cannotTell, clear, defineDetector, detected } from '../detector.ts'

type Reason = 'os_hint_differs' | 'os_page_differs'

/**
 * Extensions that change the user agent forget other places. They hide a browser more often than a way, so this supports
 * other evidence. Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = 0.3

/** What `Sec-CH-UA-Platform` says, by the name that the user agent gives the same system (UA Client Hints, November 2026). */
const systems: ReadonlyMap<string, string> = new Map([
  ['Windows', 'Windows'],
  ['macOS', 'macOS'],
  ['Linux', 'Linux'],
  ['Android', 'Android'],
  ['iOS', 'iOS'],
  ['Chrome OS', 'Chrome OS'],
  ['Chromium OS', 'Chrome OS'],
])

/** Phones and tablets ask for desktop sites as Linux, and some keep telling the truth in the hint. */
const DESKTOP_SITE = { claimed: 'Linux', hint: 'Android' } as const

/** The user agent of the request names one system, and what came with it another. */
export const osMismatch = defineDetector({
  id: 'os_mismatch',
  category: 'ip',
  needs: ['requestUserAgent', 'requestHeaders'],
  wants: ['userAgent', 'clientHints'],
  reasons: {
    os_hint_differs: 'The platform hint names another system than the user agent.',
    os_page_differs: 'The page sees another system in the user agent than the request carried.',
  },
  detect({ requestUserAgent, requestHeaders, userAgent, clientHints }) {
    const claimed = parseUserAgent(requestUserAgent).os?.name
    if (claimed === undefined) return cannotTell('requestUserAgent')
    const found: Evidence<Reason>[] = []
    const compare = (reason: Reason, where: string, other: string | undefined): boolean => {
      if (other === undefined) return false
      const isDesktopSite = claimed === DESKTOP_SITE.claimed && other === DESKTOP_SITE.hint
      if (other !== claimed && !isDesktopSite) {
        found.push({ reason, observed: `${other} in ${where}`, expected: `${claimed}, as the user agent says` })
      }
      return true
    }
    const hint = unquoted(requestHeaders['sec-ch-ua-platform'])
    const compared = [
      compare('os_hint_differs', 'Sec-CH-UA-Platform', systems.get(hint)),
      hint === '' && compare('os_hint_differs', 'Client Hints', systems.get(clientHints?.platform ?? '')),
      compare('os_page_differs', 'the page', userAgent === undefined ? undefined : parseUserAgent(userAgent).os?.name),
    ]
    const [first, ...others] = found
    if (first) return detected(STRENGTH, first, ...others)
    return compared.includes(true) ? clear : cannotTell('sec-ch-ua-platform', 'userAgent')
  },
})

/** The header is a structured field: a string in double quotes (RFC 8941). */
const unquoted = (value = ''): string => /^"([^"\\]*)"$/.exec(value)?.[1] ?? ''
