import type { IpFacts, TracioEvent } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../src/evaluate.ts'
import type { Observations } from '../src/observations.ts'
import { prepare } from '../src/prepare.ts'
import { anAddress, inNetwork, listed } from './address.ts'
import {
  chromeOnWindows,
  firefoxOnLinux,
  headlessChromium,
  type Person,
  qutebrowserOnVm,
  safariOnIphone,
  webkitOnLinux,
} from './people.ts'
import { cookieOwner, knownVisitor, readingsOf, visit } from './visit.ts'

/** What must not change without an entry in the changelog and a new engine version. */
interface Golden {
  readonly match: TracioEvent['identification']['kind']
  readonly bot: string
  readonly risk: number
  readonly action: string
}

const of = ({ event }: ReturnType<typeof evaluate>): Golden => ({
  match: event.identification.kind,
  bot: `${event.bot.result} ${event.bot.type}`.trim(),
  risk: event.score.riskScore,
  action: event.decision.action + (event.decision.monitor ? ', monitor' : ''),
})

const ada = knownVisitor('adaAdaAdaAdaAda1')
const bob = knownVisitor('bobBobBobBobBob1')
const withCookie = { candidates: { cookie: cookieOwner(ada.visitorId, 4), frozen: [ada] } }
const driven: Person = { ...firefoxOnLinux, webdriver: true }
const switched: Person = { ...chromeOnWindows, userAgent: firefoxOnLinux.userAgent ?? '' }
const { webdriver: _flag, ...flagBlocked } = chromeOnWindows

const fromAddress = (ip: IpFacts, person: Person = chromeOnWindows): Observations => ({
  ...visit({ timezone: 'Europe/Berlin', ...person }, withCookie),
  ip,
})
const behindVpn = anAddress({ hits: [listed('vpn')] })
const exitOfTor = anAddress({ hits: [listed('tor', { exact: true })] })
const relayed = anAddress({ hits: [listed('relay')] })

const newcomer: Golden = { match: 'new', bot: 'human', risk: 11, action: 'allow, monitor' }
const regular: Golden = { match: 'cookie', bot: 'human', risk: 0, action: 'allow' }

describe('verdicts and identities', () => {
  it.each<[string, Observations, Golden]>([
    ['Chrome, first visit', visit(chromeOnWindows), newcomer],
    ['Firefox, first visit', visit(firefoxOnLinux), newcomer],
    ['Safari on an iPhone, first visit', visit(safariOnIphone), newcomer],
    ['GNOME Web, first visit', visit(webkitOnLinux), newcomer],
    ['qutebrowser on a virtual machine, first visit', visit(qutebrowserOnVm), newcomer],
    ['Chrome, back with its cookie', visit(chromeOnWindows, withCookie), regular],
    ['qutebrowser, back with its cookie', visit(qutebrowserOnVm, withCookie), regular],
    [
      'Chrome, back without a cookie',
      visit(chromeOnWindows, { candidates: { frozen: [ada] } }),
      { ...regular, match: 'frozen' },
    ],
    ['an iPhone that looks like two others', visit(safariOnIphone, { candidates: { frozen: [ada, bob] } }), newcomer],
    [
      'a payload of yesterday',
      visit(chromeOnWindows, { request: { session: 'expired' }, ...withCookie }),
      { ...regular, match: 'none' },
    ],
    ['a payload twice', visit(chromeOnWindows, { request: { session: 'replayed' }, ...withCookie }), regular],
    ['headless Chromium', visit(headlessChromium), { match: 'new', bot: 'bot headless', risk: 81, action: 'deny' }],
    [
      'Selenium with Firefox, back with its cookie',
      visit(driven, withCookie),
      { match: 'cookie', bot: 'bot webdriver', risk: 81, action: 'deny' },
    ],
    [
      'a person who switches user agents',
      visit(switched, withCookie),
      { match: 'cookie', bot: 'uncertain unknown', risk: 31, action: 'challenge' },
    ],
    ['Chrome, back, from a line at home', fromAddress(anAddress()), regular],
    ['Chrome, back, through a VPN', fromAddress(behindVpn), { ...regular, risk: 31, action: 'challenge' }],
    ['Chrome, back, through a relay', fromAddress(relayed), { ...regular, risk: 11, action: 'allow, monitor' }],
    [
      'Chrome, back, from a rented server',
      fromAddress(inNetwork('hosting')),
      { ...regular, risk: 11, action: 'allow, monitor' },
    ],
    ['Chrome, back, through Tor', fromAddress(exitOfTor), { ...regular, risk: 81, action: 'deny' }],
    [
      'a person who switches user agents behind an open proxy',
      fromAddress(anAddress({ hits: [listed('proxy', { exact: true })] }), switched),
      { match: 'cookie', bot: 'uncertain unknown', risk: 61, action: 'review' },
    ],
    ['a person whose blocker hides the flag', visit(flagBlocked, withCookie), { ...regular, bot: 'uncertain unknown' }],
  ])('%s', (_name, observations, golden) => {
    expect(of(evaluate(observations))).toEqual(golden)
  })
})

describe('frozen keys, which stored visitors are found by', () => {
  it.each([
    ['Chrome', chromeOnWindows, '1cfeb4529def1859f58d53dcae65dad8'],
    ['Firefox', firefoxOnLinux, '4e39f1da7392ee3d560094a0524a3f25'],
    ['Safari', safariOnIphone, '7bbf1bebb9a7445b427cc9b5db7146c3'],
  ])('%s', (_name, person, key) => {
    expect(prepare(readingsOf(person), '').frozenKey).toBe(key)
  })
})
