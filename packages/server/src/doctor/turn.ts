import type { AddressScope } from '@tracio/contract'
import type { Config } from '../config.ts'
import { addressScope } from '../ip/address-scope.ts'
import { parseAddress } from '../ip/parse-address.ts'
import { type Check, type DatabaseCheck, type Diagnosis, ok, warning } from './check.ts'

/** Whether browsers out there can find the TURN observer, as far as settings tell. */
export const turn: Check = { id: 'turn', examine: ({ config }) => judgeTurn(config) }

type TurnSettings = Pick<Config, 'turn' | 'turnHost' | 'turnPort' | 'turnUrls' | 'publicUrl'>

/** Judges where browsers are sent, and where somebody listens. */
export function judgeTurn({ turn: kind, turnHost, turnPort, turnUrls, publicUrl }: TurnSettings): readonly Diagnosis[] {
  if (kind === 'off') return [ok('TRACIO_TURN is off: nobody is asked by UDP.')]
  const hosts = turnUrls?.map(hostOf) ?? (publicUrl === undefined ? [] : [new URL(publicUrl).hostname])
  const findings = [
    ...hosts
      .filter(isPrivateHost)
      .map((host) =>
        warning(
          `Browsers are sent by UDP to ${host}, which the internet does not reach.`,
          'Name a public address in TRACIO_TURN_URL; docs/turn.md says more.',
        ),
      ),
    ...(kind === 'on' && turnHost !== undefined && isLoopback(turnHost)
      ? [
          warning(
            `The TURN observer listens on ${turnHost} alone.`,
            'Set TRACIO_TURN_HOST to the address that browsers are sent to, or unset it.',
          ),
        ]
      : []),
    ...(kind === 'on' && turnPort === 0
      ? [warning('The TURN observer has another port after each start.', 'Set TRACIO_TURN_PORT, and let it in.')]
      : []),
  ]
  const where = hosts.length === 0 ? 'the host that they asked' : hosts.join(', ')
  return findings.length > 0 ? findings : [ok(`Browsers are sent by UDP to ${where}.`)]
}

const hostOf = (url: string): string => /^turn:(\[[^\]]*\]|[^:?]*)/.exec(url)?.[1] ?? url

const HIDDEN: ReadonlySet<AddressScope> = new Set(['loopback', 'private', 'link_local', 'shared'])

function scopeOf(host: string): AddressScope | undefined {
  const address = parseAddress(host.replace(/^\[|\]$/g, ''))
  return address && addressScope(address)
}

function isPrivateHost(host: string): boolean {
  const scope = scopeOf(host)
  return host === 'localhost' || (scope !== undefined && HIDDEN.has(scope))
}

const isLoopback = (host: string): boolean => scopeOf(host) === 'loopback'

/** Newest events that are looked at, and how many it takes to say something. Chosen by hand, November 2026. */
const EVENTS_READ = 200
const EVENTS_MIN = 20

/** Whether anybody showed themselves by UDP: where nobody does, a firewall keeps the port shut. */
export const turnSightings: DatabaseCheck = {
  id: 'turn_sightings',
  examine: ({ config }, db) => {
    if (config.turn === 'off') return []
    const [row] = db
      .prepare(
        `SELECT count(*) AS events, count(b.observations ->> '$.turn') AS seen FROM
           (SELECT number FROM events WHERE session_state = 'fresh' ORDER BY number DESC LIMIT ${EVENTS_READ}) e
           JOIN event_bodies b ON b.number = e.number WHERE b.observations IS NOT NULL`,
      )
      .all()
    return judgeSightings(Number(row?.['events']), Number(row?.['seen']))
  },
}

/** Judges how many of the newest visits were seen by UDP. */
export function judgeSightings(events: number, seen: number): Diagnosis {
  if (events < EVENTS_MIN) return ok('Too few events to judge TURN by.')
  return seen > 0
    ? ok(`Of the newest ${events} visits ${seen} were seen by UDP.`)
    : warning(
        `None of the newest ${events} visits was seen by UDP.`,
        'Let the UDP port in, from everywhere; docs/turn.md says how. If it was switched on just now, look again later.',
      )
}
