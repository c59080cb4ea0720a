import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodePayload, decodeReadings, type Readings } from '@tracio/contract'
import { familyOf } from '../src/derive/parse-user-agent.ts'
import type { Observations } from '../src/observations.ts'
import { anAddress } from './address.ts'
import { visit } from './visit.ts'

/** What a real browser sent, and how it came to send it. A file of `fixtures/genuine` or `fixtures/automation`. */
export interface Recorded {
  /** Date, browser, system and manner in one line, for people. */
  readonly recorded: string
  readonly date: string
  readonly system: string
  readonly browser: {
    readonly engine: string
    readonly version: string
    readonly mode: string
    /** The program that drove it; null: nobody did. */
    readonly driver: string | null
  }
  readonly userAgent: string
  /** Request headers that detectors may look at, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The payload as it was inside its seal, with the page's port left out. */
  readonly payload: Readonly<Record<string, unknown>>
}

/** A recorded visit under the name of its file, such as `genuine/firefox-153-linux-headful-undriven`. */
export interface Fixture {
  readonly name: string
  readonly genuine: boolean
  readonly recorded: Recorded
}

/** Where recorded visits lie. */
export const FIXTURES = join(import.meta.dirname, '../../../fixtures')

/** All recorded visits, genuine ones first, by name. */
export function readFixtures(): readonly Fixture[] {
  return ['genuine', 'automation'].flatMap((kind) =>
    readdirSync(join(FIXTURES, kind))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => ({
        name: `${kind}/${file.replace(/\.json$/, '')}`,
        genuine: kind === 'genuine',
        recorded: JSON.parse(readFileSync(join(FIXTURES, kind, file), 'utf8')),
      })),
  )
}

/** The signals of a recorded visit, decoded as the server does. */
export function recordedReadings({ payload, userAgent }: Recorded): Readings {
  const decoded = decodePayload(payload)
  if (decoded === undefined) throw new Error('A recorded payload has the wrong shape.')
  return decodeReadings(decoded.readings, familyOf(userAgent))
}

/** A recorded visit as the engine would see it, with nobody known before, from a line at home that is on no list. */
export function recordedVisit(recorded: Recorded): Observations {
  const { userAgent, headers } = recorded
  return { ...visit({}, { request: { userAgent, headers } }), readings: recordedReadings(recorded), ip: anAddress() }
}
