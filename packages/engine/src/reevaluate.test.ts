import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../test/deep-freeze.ts'
import { chromeOnWindows, firefoxOnLinux, type Person } from '../test/people.ts'
import { cookieOwner, readingsOf, visit } from '../test/visit.ts'
import { evaluate } from './evaluate.ts'
import { reevaluate } from './reevaluate.ts'

const { webdriver: _unread, ...slowToSay } = chromeOnWindows
const observations = deepFreeze(visit(slowToSay, { candidates: { cookie: cookieOwner('ada', 4) } }))
const { event } = deepFreeze(evaluate(observations))

describe('a late payload', () => {
  const after = (late: Person) => reevaluate(event, observations, deepFreeze(readingsOf(late)))

  it('settles what was uncertain', () => {
    expect(event.bot.result).toBe('uncertain')
    expect(after({ webdriver: false }).bot.result).toBe('human')
    expect(after({ webdriver: true })).toMatchObject({ bot: { result: 'bot' }, decision: { action: 'deny' } })
  })

  it('counts as the next revision, in its own phase', () => {
    expect(after({ webdriver: false })).toMatchObject({ phase: 'late', revision: 2 })
  })

  it('changes nothing of who it was, of when, nor of what the page said', () => {
    const { identification, requestId, at, url, linkedId, session, cookie, ip, agentVersion } = event
    const stranger = { ...firefoxOnLinux, webdriver: true }
    expect(after(stranger)).toMatchObject({
      identification,
      requestId,
      at,
      url,
      linkedId,
      session,
      cookie,
      ip,
      agentVersion,
    })
  })

  it('leaves alone what was added to the event meanwhile', () => {
    const labelled = { ...event, revision: 3, tag: 'checked' }
    const revised = reevaluate(labelled, observations, readingsOf({ webdriver: true }))
    expect(revised).toMatchObject({ tag: 'checked', revision: 4, bot: { result: 'bot' } })
  })
})

it('is the same event, one revision on, when nothing came late', () => {
  expect(reevaluate(event, observations)).toEqual({ ...event, revision: 2 })
})

it('is pure: same input, same output', () => {
  const late = deepFreeze(readingsOf({ webdriver: true }))
  expect(reevaluate(event, observations, late)).toEqual(reevaluate(event, observations, late))
})
