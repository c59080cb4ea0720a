import type { Finding, NetworkVerdict } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, listed } from '../../test/address.ts'
import { findingsByDetector } from './findings-by-detector.ts'
import { proxyVerdict, residentialProxyVerdict } from './proxy-verdict.ts'

const found = (detector: string, reason: string): Finding => ({
  detector,
  category: 'ip',
  outcome: 'detected',
  strength: 0.5,
  evidence: [{ reason, observed: 'this', expected: 'that' }],
})
const clear = (detector: string): Finding => ({ detector, category: 'ip', outcome: 'clear' })
const verdict = (findings: readonly Finding[], protocol?: 'http' | 'socks5') => {
  const byDetector = findingsByDetector(findings)
  const hit = listed('proxy', protocol ? { protocol } : {})
  return proxyVerdict(byDetector, residentialProxyVerdict(byDetector), anAddress({ hits: [hit] }))
}
const open = found('listed_proxy', 'proxy_listed')
const header = found('proxy_headers', 'proxy_names_itself')
const atHome = (reason: string) => found('residential_proxy', reason)

it.each<[string, ReturnType<typeof verdict>, NetworkVerdict['proxy']['type'], NetworkVerdict['proxy']['confidence']]>([
  ['an open proxy by what it speaks', verdict([open], 'socks5'), 'socks', 'high'],
  ['an open proxy of the web', verdict([open], 'http'), 'http', 'high'],
  ['an open proxy of which no more is known', verdict([open]), null, 'high'],
  [
    'an open proxy in a data centre',
    verdict([open, found('datacenter', 'hosting_network')], 'http'),
    'datacenter',
    'high',
  ],
  ['a seller’s network', verdict([found('listed_proxy', 'proxy_network')]), 'datacenter', 'high'],
  ['an open proxy at home', verdict([open, atHome('open_proxy_on_line')], 'socks5'), 'residential', 'high'],
  ['a bought list', verdict([atHome('residential_proxy_listed')]), 'residential', 'high'],
  ['strangers on a line', verdict([atHome('strangers_on_line')]), 'residential', 'medium'],
  ['a header', verdict([header]), 'http', 'medium'],
])('names %s', (_name, { result, type, confidence }, expectedType, expectedConfidence) => {
  expect([result, type, confidence]).toEqual([true, expectedType, expectedConfidence])
})

it('makes no proxy of a data centre, nor of a crowd', () => {
  expect(verdict([found('datacenter', 'hosting_network'), clear('listed_proxy'), clear('proxy_headers')])).toEqual({
    status: 'clear',
    result: false,
    confidence: null,
    type: null,
    protocol: null,
  })
  expect(verdict([atHome('crowd_on_line')]).result).toBe(false)
})

it('cannot tell without lists', () => {
  expect(verdict([clear('proxy_headers')]).status).toBe('unknown')
})

it.each([
  ['residential_proxy_listed', 'high'],
  ['strangers_on_line', 'medium'],
  ['crowd_on_line', 'low'],
  ['open_proxy_on_line', 'low'],
])('is sure of a residential proxy by %s: %s', (reason, confidence) => {
  expect(residentialProxyVerdict(findingsByDetector([atHome(reason)]))).toMatchObject({ result: true, confidence })
})
