import { type FlatEvent, velocityColumnNames } from '@tracio/contract'
import { Type } from 'typebox'
import { nullable } from './nullable.ts'

const text = (description: string) => Type.String({ description })
const textOrNull = (description: string) => nullable<string>('string', { description })
const flag = (description: string) => Type.Boolean({ description })
const flagOrNull = (description: string) => nullable<boolean>('boolean', { description })
const number = (description: string) => Type.Number({ description })
const numberOrNull = (description: string) => nullable<number>('number', { description })
const time = { format: 'date-time' } as const

/** Fields of the flat event, each with what it says. A test compares them with what `toFlat` makes. */
const fields = {
  request_id: text('Id of the event.'),
  visitor_id: textOrNull('Who it was; null when nobody could be identified.'),
  timestamp: Type.String({ ...time, description: 'When the event came in.' }),
  phase: Type.Enum(['primary', 'late'], {
    description: 'The payload of the call, or the one at the hiding of the page.',
  }),
  revision: Type.Integer({ description: '1 at first; amendments count up.' }),
  environment: Type.Enum(['live', 'test'], { description: 'Environment of the public key.' }),
  url: textOrNull('The page, without query and fragment.'),
  linked_id: textOrNull('Your own id of the account.'),
  linked_id_type: textOrNull('`email`, `phone` or `opaque`, as the page said; null without a linked id.'),
  linked_id_signed: flagOrNull('The linked id came with the right signature; null: with none.'),
  tag: textOrNull('Your own label.'),
  fields: text('The fields that the page added, as JSON: an object of texts.'),
  fields_rejected: Type.Integer({ description: 'Fields that were dropped for their name, size or kind.' }),
  gpc: flagOrNull('Global Privacy Control; null: the browser does not speak of it.'),
  user_agent: text('The header as it came.'),
  browser_name: textOrNull('As the browser claims.'),
  browser_version: textOrNull('As the browser claims; empty where it says none.'),
  os_name: textOrNull('As the browser claims.'),
  os_version: textOrNull('As the browser claims; empty where it says none.'),
  device: textOrNull('`desktop`, `mobile`, `tablet`.'),
  confidence: number('Chance that the visitor id is the right one, 0 to 1.'),
  visit_type: textOrNull('`new`, `returning`; null when nobody was identified.'),
  ambiguous: flag('Several known visitors look exactly like this one, so a new id was given.'),
  look_alikes: Type.Integer({
    description: 'Known visitors with the same hardware signals, the matched one left out.',
  }),
  first_seen_at: nullable<string>('string', { ...time, description: 'First sighting before this event.' }),
  last_seen_at: nullable<string>('string', { ...time, description: 'Latest sighting before this event.' }),
  device_hash: textOrNull('Hash of the hardware signals, 32 hexadecimal digits; equal for identical devices.'),
  sealed: flag('The payload came encrypted.'),
  replayed: flag('The session had sent another payload before.'),
  session: Type.Enum(['fresh', 'replayed', 'expired'], { description: 'State of the session.' }),
  cookie: Type.Enum(['known', 'unknown', 'none', 'cross_site'], { description: 'What became of the visitor cookie.' }),
  incognito: flagOrNull('Private browsing; null: nobody looked.'),
  bot_result: Type.Enum(['bot', 'human', 'uncertain'], { description: 'The verdict.' }),
  bot_type: text('Which kind of bot; empty for humans.'),
  bot_score: number('0 to 1.'),
  risk_score: Type.Integer({ minimum: 0, maximum: 100, description: 'The score.' }),
  suspect_score: number('The score before floors and rounding, 0 to 100.'),
  risk_level: Type.Enum(['normal', 'low', 'medium', 'high', 'critical'], { description: 'Band of the score.' }),
  decision: Type.Enum(['allow', 'challenge', 'review', 'deny'], { description: 'What to do.' }),
  monitor: flag('Allowed, and worth a look.'),
  ip: text('Address of the visitor.'),
  ip_country: textOrNull('Two letters; null: not known.'),
  ip_city: textOrNull('Null: not known.'),
  ip_latitude: numberOrNull('Degrees, north positive.'),
  ip_longitude: numberOrNull('Degrees, east positive.'),
  ip_timezone: textOrNull('Name of the zone at the address.'),
  ip_isp: textOrNull('Who provides the line, or the registered name of its network.'),
  ip_asn: nullable<number>('integer', { description: 'Number of the network.' }),
  connection_type: textOrNull('Such as `wifi`, `cellular`, `cable_dsl`.'),
  is_vpn: flagOrNull('Null: cannot be told.'),
  vpn_confidence: textOrNull('`high`, `medium`, `low`; null without a VPN.'),
  is_proxy: flagOrNull('Null: cannot be told.'),
  proxy_type: textOrNull('`residential`, `datacenter`, `http`, `socks`.'),
  is_tor: flagOrNull('The address is an exit of Tor; null: cannot be told.'),
  is_relay: flagOrNull('A relay that publishes its addresses; null: cannot be told.'),
  relay_service: textOrNull('Which relay, in the words of its list.'),
  is_datacenter: flagOrNull('Null: cannot be told.'),
  is_residential_proxy: flagOrNull('Null: cannot be told.'),
  is_ip_blocklisted: flagOrNull('On a list of threats; null: cannot be told.'),
  ip_reputation: nullable<number>('integer', { description: '0 to 100, the worse the higher; null: cannot be told.' }),
  is_timezone_mismatch: flagOrNull('The clock is none of the address’s country; null: cannot be told.'),
  agent_version: text('Version of the agent in the page.'),
  engine_version: text('Version of the engine that judged.'),
  is_velocity_unusual: flagOrNull('A count crossed its threshold; null: nobody could count.'),
  ...Object.fromEntries(
    velocityColumnNames.map(({ name, metric, window }) => [
      name,
      nullable<number>('integer', { description: `\`${metric}\` in the last ${window}; null: unknown.` }),
    ]),
  ),
}

/** The flat event. Registered once; routes refer to it. */
export const flatEventSchema = Type.Object(fields, {
  $id: 'FlatEvent',
  description: 'An event on one level. Fields of products that are not delivered yet are null.',
})

/** Refers to the flat event. */
export const flatEvent = Type.Unsafe<FlatEvent>({ $ref: 'FlatEvent#' })
