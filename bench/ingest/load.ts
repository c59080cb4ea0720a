import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { type SessionAnswer, seal } from '../../packages/server/test/payloads.ts'
import { type Machine, payloadOf, USER_AGENT } from './machines.ts'
import type { Random } from './random.ts'

/** Connections of the driver; more than cores, so that the server always has something to do. */
const CONNECTIONS = 32

/** One request, made ready before the clock runs: its own session, its own sealed body. */
export interface Shot {
  readonly machine: Machine
  readonly body: Buffer
  readonly cookie: string | undefined
}

/** One answer. */
export interface Hit {
  readonly machine: Machine
  readonly status: number
  readonly requestId: string
  readonly visitorId: string
  /** The server knew the visitor. */
  readonly found: boolean
  readonly cookie: string | undefined
  /** From the moment the request was due. */
  readonly ms: number
}

/** A browser's visit that is to be made: the machine, and the cookie it brings. */
export interface Plan {
  readonly machine: Machine
  readonly cookie: string | undefined
}

/** A driver of one server. */
export interface Load {
  prepare(plans: readonly Plan[], random: Random): Promise<Shot[]>
  /** All shots as fast as the connections carry them. */
  flood(shots: readonly Shot[]): Promise<{ readonly hits: Hit[]; readonly seconds: number }>
  /** Shots at a steady rate, whatever the server does: late answers do not thin the load. */
  steady(shots: readonly Shot[], perSecond: number): Promise<Hit[]>
  close(): Promise<void>
}

/** Connects to a server. */
export function createLoad(url: string, publicKey: string): Load {
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 })
  const headers = { 'content-type': 'text/plain', 'user-agent': USER_AGENT, origin: url }

  async function fetchSession(): Promise<SessionAnswer> {
    const { body } = await pool.request({ path: `/api/session?k=${publicKey}`, method: 'GET' })
    // The server's own schema says what it answers.
    return (await body.json()) as SessionAnswer
  }

  async function shoot({ machine, body, cookie }: Shot, dueAt: number): Promise<Hit> {
    const response = await pool.request({
      path: '/api/identify',
      method: 'POST',
      body,
      headers: cookie === undefined ? headers : { ...headers, cookie },
    })
    const text = await response.body.text()
    const ms = performance.now() - dueAt
    const { requestId = '', visitorId = '', visitorFound } = JSON.parse(text)
    const set = response.headers['set-cookie']
    const jar = typeof set === 'string' ? set.split(';', 1)[0] : cookie
    return { machine, status: response.statusCode, requestId, visitorId, found: visitorFound === true, cookie: jar, ms }
  }

  return {
    async prepare(plans, random) {
      const shots: Shot[] = []
      for (let i = 0; i < plans.length; i += CONNECTIONS) {
        const some = plans.slice(i, i + CONNECTIONS).map(async ({ machine, cookie }) => {
          const session = await fetchSession()
          return { machine, cookie, body: seal(session, payloadOf(machine, random)) }
        })
        shots.push(...(await Promise.all(some)))
      }
      return shots
    },
    async flood(shots) {
      const hits: Hit[] = []
      const queue = shots[Symbol.iterator]()
      const startedAt = performance.now()
      const worker = async (): Promise<void> => {
        for (const shot of queue) hits.push(await shoot(shot, performance.now()))
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, worker))
      return { hits, seconds: (performance.now() - startedAt) / 1000 }
    },
    async steady(shots, perSecond) {
      const startedAt = performance.now()
      const flying: Promise<Hit>[] = []
      for (const [index, shot] of shots.entries()) {
        const dueAt = startedAt + (index * 1000) / perSecond
        const wait = dueAt - performance.now()
        if (wait > 0) await pause(wait)
        flying.push(shoot(shot, dueAt))
      }
      return Promise.all(flying)
    },
    close: () => pool.close(),
  }
}
